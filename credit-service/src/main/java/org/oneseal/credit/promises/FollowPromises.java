package org.oneseal.credit.promises;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.oneseal.credit.listing.ListedSubject;
import org.oneseal.credit.listing.ProposeListing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers promises and follows what becomes of them; every step may be told again. */
@Component
public class FollowPromises {

    private final Promises promises;
    private final Subjects subjects;
    private final ProposeListing proposeListing;

    FollowPromises(Promises promises, Subjects subjects, ProposeListing proposeListing) {
        this.promises = promises;
        this.subjects = subjects;
        this.proposeListing = proposeListing;
    }

    @Transactional
    public void promised(Promise promise) {
        promises.add(promise);
    }

    @Transactional
    public void handedIn(String promiseId, Collection<String> materials, Instant at, Instant now) {
        Promise next = known(promiseId).handedIn(materials, at);
        promises.save(next);
        if (next.state() == Promise.State.RECTIFIED) {
            proposeListing.promiseMadeGood(promiseId, now);
        }
    }

    @Transactional
    public void overdue(String promiseId, Collection<String> materials, Instant at, Instant now) {
        Promise next = known(promiseId).overdue(materials, at);
        promises.save(next);
        if (next.state() == Promise.State.OVERDUE) {
            subjects.byParty(next.party()).ifPresent(subject -> propose(next, subject, now));
        }
    }

    /** A decision tells who a party is; what was overdue before is proposed now. */
    @Transactional
    public void partyKnown(ListedSubject subject, Instant now) {
        String party = subject.party();
        if (party == null || !subjects.learn(subject, now)) return;
        for (Promise promise : promises.overdueOf(party)) propose(promise, subject, now);
    }

    /** A promise tells its party before a decision does; what is known already is not touched. */
    @Transactional
    public void partyMentioned(ListedSubject subject, Instant now) {
        String party = subject.party();
        if (party != null && subjects.byParty(party).isEmpty()) partyKnown(subject, now);
    }

    private void propose(Promise promise, ListedSubject subject, Instant now) {
        List<String> missing =
                promise.materials().stream()
                        .filter(m -> m.overdueSince() != null && m.handedInAt() == null)
                        .map(m -> "“" + m.name() + "”（期限" + m.due() + "）")
                        .toList();
        proposeListing.forPromise(
                promise.id(),
                subject,
                "办件" + promise.caseNumber() + "的告知承诺逾期未履行：" + String.join("、", missing),
                promise.region(),
                promise.department(),
                now);
    }

    private Promise known(String id) {
        return promises.take(id)
                .orElseThrow(() -> new IllegalStateException("a promise never told: " + id));
    }
}
