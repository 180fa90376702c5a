package org.oneseal.cases.printing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.crypto.PublicKey;
import org.oneseal.platform.crypto.Signature;

/**
 * An electronic seal of a body and what is signed with it, in the structures of GB/T 38540 (SESeal
 * and SES_Signature, version 4). The key is the service's own and its certificate signed by itself;
 * a body that has a seal from a licensed maker puts that key into the key folder instead.
 */
final class ElectronicSeal {

    private static final int VERSION = 4;
    private static final int BODY_SEAL = 1;
    private static final int YEARS = 10;

    private final KeyRing keys;
    private final ASN1ObjectIdentifier algorithm;
    private final byte[] certificate;
    private final DERSequence seal;

    private ElectronicSeal(
            KeyRing keys, ASN1ObjectIdentifier algorithm, byte[] certificate, DERSequence seal) {
        this.keys = keys;
        this.algorithm = algorithm;
        this.certificate = certificate;
        this.seal = seal;
    }

    static ElectronicSeal of(KeyRing keys, String name, byte[] picture, Instant from) {
        ASN1ObjectIdentifier algorithm = algorithm(keys);
        Instant start = from.truncatedTo(ChronoUnit.SECONDS);
        byte[] certificate = certificate(keys, algorithm, name, start);
        DERSequence info = info(keys, name, picture, certificate, start);
        var seal =
                new DERSequence(
                        vector(
                                info,
                                new DEROctetString(certificate),
                                algorithm,
                                new DERBitString(keys.sign(encoded(info)).bytes())));
        return new ElectronicSeal(keys, algorithm, certificate, seal);
    }

    ASN1ObjectIdentifier algorithm() {
        return algorithm;
    }

    byte[] encoded() {
        return encoded(seal);
    }

    /**
     * What is written beside the sealed file.
     *
     * @param digest of the list of protected files
     * @param property where that list is in the package
     */
    byte[] sign(byte[] digest, String property, Instant at) {
        var signed =
                new DERSequence(
                        vector(
                                new ASN1Integer(VERSION),
                                seal,
                                new ASN1GeneralizedTime(Date.from(at)),
                                new DERBitString(digest),
                                new DERIA5String(property)));
        return encoded(
                new DERSequence(
                        vector(
                                signed,
                                new DEROctetString(certificate),
                                algorithm,
                                new DERBitString(keys.sign(encoded(signed)).bytes()))));
    }

    private static DERSequence info(
            KeyRing keys, String name, byte[] picture, byte[] certificate, Instant from) {
        var header =
                new DERSequence(
                        vector(
                                new DERIA5String("ES"),
                                new ASN1Integer(VERSION),
                                new DERIA5String("OneSeal")));
        var property =
                new DERSequence(
                        vector(
                                new ASN1Integer(BODY_SEAL),
                                new DERUTF8String(name),
                                new ASN1Integer(1),
                                new DERSequence(new DEROctetString(certificate)),
                                new ASN1GeneralizedTime(Date.from(from)),
                                new ASN1GeneralizedTime(Date.from(from)),
                                new ASN1GeneralizedTime(end(from))));
        var drawn =
                new DERSequence(
                        vector(
                                new DERIA5String("png"),
                                new DEROctetString(picture),
                                new ASN1Integer(SealPicture.SIDE_MM),
                                new ASN1Integer(SealPicture.SIDE_MM)));
        String id = keys.profile().digest(name).hex().substring(0, 32);
        return new DERSequence(vector(header, new DERIA5String(id), property, drawn));
    }

    private static byte[] certificate(
            KeyRing keys, ASN1ObjectIdentifier algorithm, String name, Instant from) {
        var subject =
                new X500NameBuilder()
                        .addRDN(BCStyle.C, "CN")
                        .addRDN(BCStyle.O, name)
                        .addRDN(BCStyle.CN, name)
                        .build();
        var builder =
                new X509v3CertificateBuilder(
                        subject,
                        BigInteger.valueOf(from.toEpochMilli()),
                        Date.from(from),
                        end(from),
                        subject,
                        SubjectPublicKeyInfo.getInstance(current(keys).encoded()));
        try {
            return builder.build(new RingSigner(keys, algorithm)).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublicKey current(KeyRing keys) {
        Signature probe = keys.sign(new byte[0]);
        return keys.publicKeys().stream()
                .filter(key -> key.id().equals(probe.keyId()))
                .findFirst()
                .orElseThrow();
    }

    private static ASN1ObjectIdentifier algorithm(KeyRing keys) {
        return switch (keys.profile()) {
            case CN -> GMObjectIdentifiers.sm2sign_with_sm3;
            case INTL -> X9ObjectIdentifiers.ecdsa_with_SHA256;
        };
    }

    private static Date end(Instant from) {
        return Date.from(from.plus(365L * YEARS, ChronoUnit.DAYS));
    }

    private static ASN1EncodableVector vector(org.bouncycastle.asn1.ASN1Encodable... members) {
        var vector = new ASN1EncodableVector();
        vector.addAll(members);
        return vector;
    }

    private static byte[] encoded(DERSequence sequence) {
        try {
            return sequence.getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs a certificate with the ring's current key. */
    private static final class RingSigner implements ContentSigner {

        private final KeyRing keys;
        private final ASN1ObjectIdentifier oid;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        RingSigner(KeyRing keys, ASN1ObjectIdentifier oid) {
            this.keys = keys;
            this.oid = oid;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(oid);
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return keys.sign(content.toByteArray()).bytes();
        }
    }
}
