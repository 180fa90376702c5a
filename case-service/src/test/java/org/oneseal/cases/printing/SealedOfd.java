package org.oneseal.cases.printing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** A sealed OFD as a reader that follows GB/T 38540 checks it. */
record SealedOfd(Map<String, byte[]> files) {

    private static final Pattern REFERENCE =
            Pattern.compile("FileRef=\"([^\"]+)\"><ofd:CheckValue>([^<]+)</ofd:CheckValue>");
    private static final String SIGNATURE = "/Doc_0/Signs/Sign_0/Signature.xml";

    static SealedOfd read(byte[] ofd) throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(ofd))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) files.put("/" + entry.getName(), in.readAllBytes());
            }
        }
        return new SealedOfd(files);
    }

    /** What is not as it was sealed. */
    List<String> findings() throws Exception {
        byte[] list = Objects.requireNonNull(files.get(SIGNATURE));
        String text = new String(list, StandardCharsets.UTF_8);
        boolean cn = text.contains("1.2.156.10197.1.501");
        List<String> findings = new ArrayList<>();
        int references = 0;
        var reference = REFERENCE.matcher(text);
        while (reference.find()) {
            references++;
            byte[] file = files.getOrDefault(reference.group(1), new byte[0]);
            if (!Arrays.equals(
                    digest(cn).digest(file), Base64.getDecoder().decode(reference.group(2)))) {
                findings.add(reference.group(1));
            }
        }
        if (references < 6) findings.add("only " + references + " files are protected");
        var signed = ASN1Sequence.getInstance(files.get("/Doc_0/Signs/Sign_0/SignedValue.dat"));
        var content = ASN1Sequence.getInstance(signed.getObjectAt(0));
        byte[] hash = ASN1BitString.getInstance(content.getObjectAt(3)).getOctets();
        if (!Arrays.equals(hash, digest(cn).digest(list))) findings.add("list of files");
        if (!verifies(cn, signed)) findings.add("signature");
        var seal = ASN1Sequence.getInstance(content.getObjectAt(1));
        if (!verifies(cn, seal)) findings.add("seal");
        return findings;
    }

    /** Both a seal and a signature are: content, certificate, algorithm, signature. */
    private static boolean verifies(boolean cn, ASN1Sequence signed) throws Exception {
        var certificate =
                new X509CertificateHolder(
                        ASN1OctetString.getInstance(signed.getObjectAt(1)).getOctets());
        byte[] content = signed.getObjectAt(0).toASN1Primitive().getEncoded("DER");
        Signer signer =
                cn ? new SM2Signer() : new DSADigestSigner(new ECDSASigner(), new SHA256Digest());
        signer.init(false, PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo()));
        signer.update(content, 0, content.length);
        return signer.verifySignature(ASN1BitString.getInstance(signed.getObjectAt(3)).getOctets());
    }

    private static MessageDigest digest(boolean cn) throws Exception {
        return cn ? new SM3.Digest() : MessageDigest.getInstance("SHA-256");
    }
}
