package org.oneseal.platform.crypto;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** The algorithms by the names stored with their values; an unknown name is an error. */
final class Algorithms {

    static final SecureRandom RANDOM = new SecureRandom();

    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private Algorithms() {}

    private static org.bouncycastle.crypto.Digest digester(String algorithm) {
        return switch (algorithm) {
            case "SM3", "HMAC-SM3" -> new SM3Digest();
            case "SHA-256", "HMAC-SHA-256" -> new SHA256Digest();
            default -> throw unknown(algorithm);
        };
    }

    static byte[] digest(String algorithm, byte[]... parts) {
        var digester = digester(algorithm);
        for (byte[] part : parts) digester.update(part, 0, part.length);
        byte[] out = new byte[digester.getDigestSize()];
        digester.doFinal(out, 0);
        return out;
    }

    static byte[] mac(String algorithm, byte[] key, byte[] content) {
        if (!algorithm.startsWith("HMAC-")) throw unknown(algorithm);
        var mac = new HMac(digester(algorithm));
        mac.init(new KeyParameter(key));
        mac.update(content, 0, content.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    static int secretBytes(String algorithm) {
        return switch (algorithm) {
            case "SM4-GCM" -> 16;
            case "AES-256-GCM", "HMAC-SM3", "HMAC-SHA-256" -> 32;
            default -> throw unknown(algorithm);
        };
    }

    static byte[] encrypt(String algorithm, byte[] key, byte[] plain, byte[] associated) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var cipher = GCMBlockCipher.newInstance(blockCipher(algorithm));
        cipher.init(true, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
        byte[] out = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
        System.arraycopy(nonce, 0, out, 0, NONCE_BYTES);
        int written = cipher.processBytes(plain, 0, plain.length, out, NONCE_BYTES);
        try {
            cipher.doFinal(out, NONCE_BYTES + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
        return out;
    }

    /**
     * Opens what {@link #encrypt} made.
     *
     * @throws IllegalArgumentException if key, associated data or bytes are not the ones used then
     */
    static byte[] decrypt(String algorithm, byte[] key, byte[] sealed, byte[] associated) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new IllegalArgumentException("ciphertext is too short");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        var cipher = GCMBlockCipher.newInstance(blockCipher(algorithm));
        cipher.init(false, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
        byte[] out = new byte[cipher.getOutputSize(sealed.length - NONCE_BYTES)];
        int written = cipher.processBytes(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES, out, 0);
        try {
            cipher.doFinal(out, written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalArgumentException("ciphertext does not open with this key here", e);
        }
        return out;
    }

    private static BlockCipher blockCipher(String algorithm) {
        return switch (algorithm) {
            case "SM4-GCM" -> new SM4Engine();
            case "AES-256-GCM" -> AESEngine.newInstance();
            default -> throw unknown(algorithm);
        };
    }

    private static org.bouncycastle.crypto.Signer signer(String algorithm) {
        return switch (algorithm) {
            // GB/T 32918.2 with the customary identity 1234567812345678, which SM2Signer assumes
            case "SM2-SM3" -> new SM2Signer();
            case "ECDSA-P256-SHA256" -> new DSADigestSigner(new ECDSASigner(), new SHA256Digest());
            default -> throw unknown(algorithm);
        };
    }

    static byte[] sign(String algorithm, byte[] privateKey, byte[] content) {
        try {
            var signer = signer(algorithm);
            signer.init(
                    true,
                    new ParametersWithRandom(PrivateKeyFactory.createKey(privateKey), RANDOM));
            signer.update(content, 0, content.length);
            return signer.generateSignature();
        } catch (IOException | org.bouncycastle.crypto.CryptoException e) {
            throw new IllegalArgumentException("signing key can't be used", e);
        }
    }

    static boolean verify(String algorithm, byte[] publicKey, byte[] content, byte[] signature) {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(publicKey);
            var signer = signer(algorithm);
            signer.init(false, key);
            signer.update(content, 0, content.length);
            return signer.verifySignature(signature);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** A fresh key pair, private (PKCS#8) and public (X.509 SubjectPublicKeyInfo). */
    static EncodedPair generatePair(String algorithm) {
        ECNamedDomainParameters domain =
                switch (algorithm) {
                    case "SM2-SM3" -> {
                        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
                        yield new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, curve);
                    }
                    case "ECDSA-P256-SHA256" -> {
                        X9ECParameters curve =
                                ECNamedCurveTable.getByOID(SECObjectIdentifiers.secp256r1);
                        yield new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, curve);
                    }
                    default -> throw unknown(algorithm);
                };
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, RANDOM));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        try {
            return new EncodedPair(
                    PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()).getEncoded(),
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                            .getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalArgumentException unknown(String algorithm) {
        return new IllegalArgumentException("unknown algorithm " + algorithm);
    }

    record EncodedPair(byte[] privateKey, byte[] publicKey) {}
}
