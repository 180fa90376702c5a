package org.oneseal.platform.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Head;
import org.oneseal.platform.evidence.MerkleTree;
import org.oneseal.platform.evidence.SealedHead;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exports all evidence about one aggregate, for a controller to return as it is. It knows no scope:
 * ask first whether the caller may see the aggregate.
 */
public class EvidenceExport {

    private final JdbcHistory history;
    private final JdbcSeals seals;
    private final Receipts receipts;
    private final KeyRing keys;
    private final TransactionTemplate snapshot;
    private final String service;

    EvidenceExport(
            JdbcHistory history,
            JdbcSeals seals,
            Receipts receipts,
            KeyRing keys,
            PlatformTransactionManager transactions,
            String service) {
        this.history = history;
        this.seals = seals;
        this.receipts = receipts;
        this.keys = keys;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.service = service;
    }

    /** The evidence, or nothing where the aggregate has no history. */
    public Optional<Evidence> of(String aggregateType, String aggregateId) {
        return Optional.ofNullable(
                        snapshot.execute(
                                _ ->
                                        new Read(
                                                history.of(aggregateType, aggregateId),
                                                sealed(aggregateId))))
                .filter(read -> !read.entries().isEmpty())
                .map(read -> evidence(aggregateType, aggregateId, read));
    }

    private Evidence evidence(String aggregateType, String aggregateId, Read read) {
        Entry last = read.entries().getLast();
        return new Evidence(
                Evidence.FORMAT,
                service,
                aggregateType,
                aggregateId,
                read.entries(),
                receipts.issue(
                        new Chain(
                                aggregateType,
                                aggregateId,
                                last.sequence(),
                                last.hash().toString())),
                read.sealed(),
                keys.publicKeys());
    }

    private List<SealedHead> sealed(String aggregateId) {
        List<SealedHead> sealed = new ArrayList<>();
        for (JdbcSeals.Kept kept : seals.of(aggregateId)) {
            List<Head> heads = seals.under(kept).heads();
            for (int i = 0; i < heads.size(); i++) {
                if (heads.get(i).aggregateId().equals(aggregateId)) {
                    sealed.add(
                            new SealedHead(
                                    kept.seal(),
                                    heads.get(i),
                                    MerkleTree.over(kept.seal().root().algorithm(), heads)
                                            .path(i)));
                }
            }
        }
        return sealed;
    }

    private record Read(List<Entry> entries, List<SealedHead> sealed) {}
}
