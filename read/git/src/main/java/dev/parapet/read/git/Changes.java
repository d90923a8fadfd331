package dev.parapet.read.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.FileTreeIterator;

/** Which lines of the work tree are not in a revision. */
public final class Changes {
    private Changes() {}

    /**
     * The lines that were added or changed between a revision and the work tree, new files among them.
     *
     * @param folder a folder of the work tree; paths are relative to it, and files outside it are left out
     * @param revision a revision in git's own words, such as {@code main} or {@code HEAD~3}
     * @return for each changed path its lines; where lines were only taken away, the line before and the line after
     * @throws GitException when there is no repository, or no such revision in it
     */
    public static Map<String, List<Lines>> since(Path folder, String revision) throws GitException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            throw new GitException("--since needs a git repository, and '" + folder + "' is in none");
        }
        try (Repository repository = builder.build();
                ObjectReader reader = repository.newObjectReader();
                DiffFormatter formatter = new DiffFormatter(OutputStream.nullOutputStream())) {
            if (repository.isBare()) {
                throw new GitException("--since needs a work tree, and the repository of '" + folder + "' has none");
            }
            ObjectId commit = repository.resolve(revision + "^{commit}");
            if (commit == null) {
                throw new GitException("there is no revision '" + revision + "'; fetch it, or name another one");
            }
            formatter.setRepository(repository);
            formatter.setDetectRenames(true);
            AbstractTreeIterator before = tree(repository, reader, commit);
            String prefix = prefix(repository, folder);
            Map<String, List<Lines>> changes = new TreeMap<>();
            for (DiffEntry entry : formatter.scan(before, new FileTreeIterator(repository))) {
                if (entry.getChangeType() == DiffEntry.ChangeType.DELETE
                        || !entry.getNewPath().startsWith(prefix)) {
                    continue;
                }
                changes.put(entry.getNewPath().substring(prefix.length()), lines(formatter, entry));
            }
            return changes;
        } catch (RevisionSyntaxException ignored) {
            throw new GitException("'" + revision + "' is no revision that git understands");
        } catch (IOException problem) {
            throw new GitException("the git repository of '" + folder + "' cannot be read: " + problem.getMessage());
        }
    }

    private static AbstractTreeIterator tree(Repository repository, ObjectReader reader, ObjectId commit)
            throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            CanonicalTreeParser parser = new CanonicalTreeParser();
            parser.reset(reader, walk.parseCommit(commit).getTree());
            return parser;
        }
    }

    private static String prefix(Repository repository, Path folder) throws IOException {
        String relative = repository
                .getWorkTree()
                .toPath()
                .toRealPath()
                .relativize(folder.toRealPath())
                .toString();
        return relative.isEmpty() ? "" : relative.replace('\\', '/') + "/";
    }

    private static List<Lines> lines(DiffFormatter formatter, DiffEntry entry) throws IOException {
        List<Lines> lines = new ArrayList<>();
        if (entry.getChangeType() == DiffEntry.ChangeType.ADD) {
            lines.add(new Lines(1, Integer.MAX_VALUE));
            return lines;
        }
        for (Edit edit : formatter.toFileHeader(entry).toEditList()) {
            if (edit.getLengthB() > 0) {
                lines.add(new Lines(edit.getBeginB() + 1, edit.getEndB()));
            } else {
                lines.add(new Lines(Math.max(1, edit.getBeginB()), edit.getBeginB() + 1));
            }
        }
        return lines;
    }
}
