package dev.parapet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShippedFileTest {
    @TempDir
    private Path folder;

    /** A class whose archive the test makes. */
    static final class Shipped {}

    @Test
    void a_file_is_taken_from_the_archive_of_its_class() throws Exception {
        // A name that stands in URLs in another form.
        Path archive = folder.resolve("an archive+1%.jar");
        String name = Shipped.class.getName().replace('.', '/') + ".class";
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive));
                InputStream in =
                        Objects.requireNonNull(Shipped.class.getClassLoader().getResourceAsStream(name))) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
            out.putNextEntry(new ZipEntry("dev/parapet/model/pages/one.txt"));
            out.write("größer".getBytes(StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {archive.toUri().toURL()}, null)) {
            Class<?> shipped = loader.loadClass(Shipped.class.getName());
            assertThat(ShippedFile.text(shipped, "pages/one.txt")).isEqualTo("größer");
            assertThat(ShippedFile.find(shipped, "pages/two.txt")).isEmpty();
            assertThatThrownBy(() -> ShippedFile.text(shipped, "pages/two.txt"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("'pages/two.txt' is missing from this build of Parapet; build it again");
        }
    }

    @Test
    void a_class_in_a_folder_has_its_files_beside_it() {
        assertThat(ShippedFile.find(ShippedFileTest.class, "ShippedFileTest.class"))
                .isPresent();
        assertThat(ShippedFile.find(ShippedFileTest.class, "none.txt")).isEmpty();
    }
}
