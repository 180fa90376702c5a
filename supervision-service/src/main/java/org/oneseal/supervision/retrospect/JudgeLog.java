package org.oneseal.supervision.retrospect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.supervision.supervising.Knowledge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges the cases of a log that was taken in, as one transaction; a replica takes one at a time.
 */
@Component
public class JudgeLog {

    private static final int AT_ONCE = 1000;

    private final Retrospects retrospects;
    private final Knowledge knowledge;

    JudgeLog(Retrospects retrospects, Knowledge knowledge) {
        this.retrospects = retrospects;
        this.knowledge = knowledge;
    }

    /**
     * @return the log that was judged, empty if none waits
     */
    @Transactional
    public Optional<String> judge(Instant now) {
        Retrospects.Begun begun = retrospects.waiting().orElse(null);
        if (begun == null) return Optional.empty();
        try {
            judge(begun, now);
        } catch (RuntimeException e) {
            throw new Failed(begun.id(), e);
        }
        return Optional.of(begun.id());
    }

    /** Notes that a log could not be judged, and why. */
    @Transactional
    public void fail(Failed failed, Instant now) {
        retrospects.failed(failed.id, String.valueOf(failed.getCause()), now);
    }

    /** A log cannot be judged: nothing of it is kept but that. */
    public static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String id;

        Failed(String id, RuntimeException cause) {
            super(id, cause);
            this.id = id;
        }
    }

    private void judge(Retrospects.Begun begun, Instant now) {
        JudgeCase judge =
                new JudgeCase(
                        begun.mapping(),
                        begun.region(),
                        knowledge.norms(begun.region()),
                        knowledge.rules(),
                        now);
        List<Retrospects.JudgedCase> judged = new ArrayList<>(AT_ONCE);
        retrospects.cases(
                begun.id(),
                events -> {
                    judged.add(judge.judge(events));
                    if (judged.size() == AT_ONCE) {
                        retrospects.judged(begun.id(), judged);
                        judged.clear();
                    }
                });
        retrospects.judged(begun.id(), judged);
        retrospects.done(begun.id(), now);
    }
}
