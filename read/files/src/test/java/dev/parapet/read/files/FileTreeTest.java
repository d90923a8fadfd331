package dev.parapet.read.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    Path root;

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }

    private FileTree tree(Bounds bounds) throws PlaceException {
        return FileTree.of(List.of(root), bounds);
    }

    @Test
    void listsFilesInOrderAndLeavesOutWhatIsNotTheAuthors() throws Exception {
        write("b/template.yaml", "B");
        write("a.yaml", "A");
        write("node_modules/x/template.yaml", "no");
        write("cdk.out/T.template.json", "{}");

        FileTree tree = tree(Bounds.USUAL);

        assertThat(tree.paths()).containsExactly("a.yaml", "b/template.yaml", "cdk.out/T.template.json");
        assertThat(tree.read("b/template.yaml")).contains(new SourceFile("b/template.yaml", "B"));
        assertThat(tree.peek("a.yaml", 10)).isEqualTo("A".getBytes(StandardCharsets.UTF_8));
        assertThat(tree.faults()).isEmpty();
    }

    @Test
    void severalPlacesShareTheFolderAboveThem() throws Exception {
        write("x/one.yaml", "1");
        write("y/two.yaml", "2");
        write("z/three.yaml", "3");

        FileTree tree = FileTree.of(List.of(root.resolve("x"), root.resolve("y/two.yaml")), Bounds.USUAL);

        assertThat(tree.paths()).containsExactly("x/one.yaml", "y/two.yaml");
    }

    @Test
    void aSingleFileIsCalledByItsName() throws Exception {
        write("x/one.yaml", "1");

        assertThat(FileTree.of(List.of(root.resolve("x/one.yaml")), Bounds.USUAL)
                        .paths())
                .containsExactly("one.yaml");
    }

    @Test
    void neverFollowsALinkNorOpensAPipeAndSaysSo() throws Exception {
        Path outside = Files.createTempFile("outside", ".yaml");
        Files.createSymbolicLink(root.resolve("link.yaml"), outside);
        Files.createSymbolicLink(root.resolve("loop"), root);
        assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe.yaml").toString())
                        .start()
                        .waitFor())
                .isZero();

        FileTree tree = tree(Bounds.USUAL);

        assertThat(tree.paths()).isEmpty();
        assertThat(tree.faults())
                .containsExactly(
                        new Fault(
                                Fault.Kind.UNSUPPORTED,
                                "link.yaml",
                                1,
                                "it is a link, and links are not followed; scan what it points to"),
                        new Fault(
                                Fault.Kind.UNSUPPORTED,
                                "loop",
                                1,
                                "it is a link, and links are not followed; scan what it points to"),
                        new Fault(
                                Fault.Kind.UNSUPPORTED,
                                "pipe.yaml",
                                1,
                                "it is a device, a pipe or a socket, and was not opened"));
    }

    @Test
    void anEncodingIsReadWhenItIsKnownAndAFaultWhenItIsNot() throws Exception {
        Files.write(root.resolve("bom.yaml"), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'A'});
        Files.write(root.resolve("utf16.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'A', 0});
        Files.write(root.resolve("latin1.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9, '\n'});
        Files.write(root.resolve("zero.yaml"), new byte[] {'a', 0, 'b'});

        FileTree tree = tree(Bounds.USUAL);

        assertThat(tree.read("bom.yaml")).contains(new SourceFile("bom.yaml", "A"));
        assertThat(tree.read("utf16.yaml")).contains(new SourceFile("utf16.yaml", "A"));
        assertThat(tree.read("latin1.yaml")).isEmpty();
        assertThat(tree.read("latin1.yaml")).isEmpty();
        assertThat(tree.read("zero.yaml")).isEmpty();
        assertThat(tree.faults())
                .extracting(Fault::path, Fault::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("latin1.yaml", "it is not text in UTF-8; save it as UTF-8"),
                        org.assertj.core.groups.Tuple.tuple("zero.yaml", "it is not text in UTF-8; save it as UTF-8"));
    }

    @Test
    void whatBreaksABoundIsAFaultAndTheRestGoesOn() throws Exception {
        write("small.yaml", "12");
        write("large.yaml", "123456");
        write("1/2/3/deep.yaml", "1");

        FileTree tree = tree(new Bounds(10, 2, 5));

        assertThat(tree.paths()).containsExactly("large.yaml", "small.yaml");
        assertThat(tree.read("large.yaml")).isEmpty();
        assertThat(tree.read("small.yaml")).isPresent();
        assertThat(tree.faults())
                .extracting(Fault::kind, Fault::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Fault.Kind.LIMIT, "1/2/3"),
                        org.assertj.core.groups.Tuple.tuple(Fault.Kind.LIMIT, "large.yaml"));
    }

    @Test
    void tooManyFilesAreOneFault() throws Exception {
        for (int i = 0; i < 5; i++) {
            write("f" + i, "");
        }

        FileTree tree = tree(new Bounds(3, 5, 5));

        assertThat(tree.paths()).containsExactly("f0", "f1", "f2");
        assertThat(tree.faults())
                .containsExactly(new Fault(
                        Fault.Kind.LIMIT,
                        ".",
                        1,
                        "there are more than 3 files, and the rest was left out; scan a part at a time"));
    }

    @Test
    void hostileNamesCannotSpeakToATerminal() throws Exception {
        write("esc\u001b[31m\\x.yaml", "1");
        write("überraschung.yaml", "1");

        assertThat(tree(Bounds.USUAL).paths()).containsExactly("esc\\x1B[31m\\\\x.yaml", "überraschung.yaml");
    }

    @Test
    void aPlaceThatIsNotThereSaysWhatToDo() {
        Path nowhere = Path.of("nowhere\u001b");

        assertThatThrownBy(() -> FileTree.of(List.of(nowhere), Bounds.USUAL))
                .isInstanceOf(PlaceException.class)
                .hasMessage("'nowhere\\x1B' does not exist; give the path of an application");
    }
}
