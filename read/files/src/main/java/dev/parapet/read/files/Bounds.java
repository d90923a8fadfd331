package dev.parapet.read.files;

/**
 * How much a scan takes in, so that a hostile tree ends in a fault and not in an exhausted machine.
 *
 * @param files the number of files
 * @param depth the number of folders inside one another
 * @param bytes the size of one file in bytes; a CloudFormation template may have 1 MB (AWS CloudFormation quotas), other
 *     sources are larger
 */
public record Bounds(int files, int depth, int bytes) {
    /** The bounds of a scan that asked for no others. */
    public static final Bounds USUAL = new Bounds(500_000, 64, 16_000_000);
}
