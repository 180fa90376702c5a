package org.oneseal.local.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A Maven module of the checkout and what its jar is made of: its main sources, its pom, the parent
 * pom and, through its dependencies, those of other modules. Tests do not count.
 */
record Module(Path root, String folder, String artifact, List<String> dependencies) {

    private static final String RECORD = "built-from";

    /** Every module the parent pom names, by artifact. */
    static Map<String, Module> all(Path root) throws IOException {
        Map<String, Module> modules = new LinkedHashMap<>();
        for (String folder : texts(parse(root.resolve("pom.xml")), "modules", "module")) {
            Document pom = parse(root.resolve(folder).resolve("pom.xml"));
            String artifact = child(pom.getDocumentElement(), "artifactId").orElseThrow();
            modules.put(artifact, new Module(root, folder, artifact, inHouse(pom)));
        }
        return modules;
    }

    /** Changes exactly when something the jar is made of does. */
    String digest(Map<String, Module> all) throws IOException {
        MessageDigest digest = sha256();
        add(digest, root.resolve("pom.xml"));
        for (String artifact : closure(all)) {
            Module module = all.get(artifact);
            if (module != null) {
                add(digest, root.resolve(module.folder).resolve("pom.xml"));
                add(digest, root.resolve(module.folder).resolve("src/main"));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether its jar is missing, was made from other sources, or not by us. */
    boolean stale(Map<String, Module> all) throws IOException {
        Path record = target().resolve(RECORD);
        return jar().isEmpty()
                || !Files.exists(record)
                || !Files.readString(record).equals(describe(all));
    }

    /** Notes what the jar that lies there was made from. */
    void noteBuilt(Map<String, Module> all) throws IOException {
        Files.writeString(target().resolve(RECORD), describe(all));
    }

    /** Whether the other module's content is in this one's jar. */
    boolean needs(Module other, Map<String, Module> all) {
        return closure(all).contains(other.artifact);
    }

    /** Takes away compiled classes: Maven goes by time and could keep what content says is old. */
    void forgetClasses() throws IOException {
        for (String compiled : List.of("classes", "maven-status")) {
            Path path = target().resolve(compiled);
            if (Files.exists(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    Optional<Path> jar() throws IOException {
        if (!Files.isDirectory(target())) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target())) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().findFirst();
        }
    }

    private Path target() {
        return root.resolve(folder).resolve("target");
    }

    private String describe(Map<String, Module> all) throws IOException {
        Path jar = jar().orElseThrow(() -> new IOException(folder + " has no jar"));
        return digest(all)
                + "\n"
                + Files.size(jar)
                + " "
                + Files.getLastModifiedTime(jar).toMillis()
                + "\n";
    }

    private TreeSet<String> closure(Map<String, Module> all) {
        TreeSet<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(artifact));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            Module module = all.get(next);
            if (module != null && reached.add(next)) {
                open.addAll(module.dependencies);
            }
        }
        return reached;
    }

    private void add(MessageDigest digest, Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                String head = root.relativize(file) + "\n" + content.length + "\n";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
        }
    }

    private static List<String> inHouse(Document pom) {
        List<String> artifacts = new ArrayList<>();
        NodeList nodes = pom.getElementsByTagName("dependency");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element dependency = (Element) nodes.item(i);
            boolean ours = child(dependency, "groupId").filter("org.oneseal"::equals).isPresent();
            boolean test = child(dependency, "scope").filter("test"::equals).isPresent();
            if (ours && !test) {
                child(dependency, "artifactId").ifPresent(artifacts::add);
            }
        }
        return artifacts;
    }

    private static List<String> texts(Document document, String parent, String name) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getParentNode().getNodeName().equals(parent)) {
                texts.add(nodes.item(i).getTextContent().strip());
            }
        }
        return texts;
    }

    private static Optional<String> child(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node.getNodeName().equals(name)) {
                return Optional.of(node.getTextContent().strip());
            }
        }
        return Optional.empty();
    }

    private static Document parse(Path pom) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(pom.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Can't read " + pom + ": " + e.getMessage(), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
