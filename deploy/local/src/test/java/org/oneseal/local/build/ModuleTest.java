package org.oneseal.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTest {

    @TempDir Path root;

    @BeforeEach
    void aCheckoutOfAServiceThatUsesAKernelAndTestsWithAKit() throws IOException {
        write(
                "pom.xml",
                "<project><modules><module>kernel</module><module>kit</module>"
                        + "<module>service</module></modules></project>");
        write("kernel/pom.xml", pom("kernel", ""));
        write("kit/pom.xml", pom("kit", ""));
        write(
                "service/pom.xml",
                pom(
                        "service",
                        dependency("kernel", "") + dependency("kit", "<scope>test</scope>")));
        write("kernel/src/main/java/K.java", "class K {}");
        write("kit/src/main/java/T.java", "class T {}");
        write("service/src/main/java/S.java", "class S {}");
        write("service/src/test/java/STest.java", "class STest {}");
        write("service/target/service.jar", "jar");
        service().noteBuilt(all());
    }

    @Test
    void whatWasJustBuiltIsNotStale() throws IOException {
        assertThat(service().stale(all())).isFalse();
    }

    @Test
    void aTouchedSourceIsNotStaleForItsTimeAlone() throws IOException {
        Files.setLastModifiedTime(
                root.resolve("service/src/main/java/S.java"),
                FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));

        assertThat(service().stale(all())).isFalse();
    }

    @Test
    void aChangedSourceIsStaleThoughItsTimeIsOld() throws IOException {
        Path source = root.resolve("service/src/main/java/S.java");
        FileTime time = Files.getLastModifiedTime(source);
        Files.writeString(source, "class S { }");
        Files.setLastModifiedTime(source, time);

        assertThat(service().stale(all())).isTrue();
    }

    @Test
    void anAddedARemovedAndARenamedFileAreEachStale() throws IOException {
        write("service/src/main/resources/a.yaml", "");
        assertThat(service().stale(all())).as("added").isTrue();
        service().noteBuilt(all());

        Files.move(
                root.resolve("service/src/main/resources/a.yaml"),
                root.resolve("service/src/main/resources/b.yaml"));
        assertThat(service().stale(all())).as("renamed").isTrue();
        service().noteBuilt(all());

        Files.delete(root.resolve("service/src/main/resources/b.yaml"));
        assertThat(service().stale(all())).as("removed").isTrue();
    }

    @Test
    void aChangeInAModuleItIsMadeOfIsStale() throws IOException {
        write("kernel/src/main/java/K.java", "class K { }");

        assertThat(service().stale(all())).isTrue();
    }

    @Test
    void aChangeOfTheParentPomIsStale() throws IOException {
        write("pom.xml", Files.readString(root.resolve("pom.xml")) + "\n");

        assertThat(service().stale(all())).isTrue();
    }

    @Test
    void testsAndWhatOnlyTestsUseDoNotCount() throws IOException {
        write("service/src/test/java/STest.java", "class STest { }");
        write("kit/src/main/java/T.java", "class T { }");

        assertThat(service().stale(all())).isFalse();
    }

    @Test
    void aMissingJarAndAJarThatOthersMadeAreStale() throws IOException {
        write("service/target/service.jar", "another jar");
        assertThat(service().stale(all())).as("made by others").isTrue();

        Files.delete(root.resolve("service/target/service.jar"));
        assertThat(service().stale(all())).as("missing").isTrue();
    }

    private Module service() throws IOException {
        return java.util.Objects.requireNonNull(all().get("service"));
    }

    private Map<String, Module> all() throws IOException {
        return Module.all(root);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String pom(String artifact, String dependencies) {
        return "<project><parent><artifactId>all</artifactId></parent><artifactId>"
                + artifact
                + "</artifactId><dependencies>"
                + dependencies
                + "</dependencies></project>";
    }

    private static String dependency(String artifact, String scope) {
        return "<dependency><groupId>org.oneseal</groupId><artifactId>"
                + artifact
                + "</artifactId>"
                + scope
                + "</dependency>";
    }
}
