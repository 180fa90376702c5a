package org.oneseal.cases.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.queue.Queue.Task;
import org.oneseal.cases.queue.Queue.WindowFigures;

class RebalancingTest {

    private static final int TWICE = 200;

    @Test
    void theIdlestWindowIsProposedWhereTheOtherTaskHasMoreThanTwiceItsLoad() {
        var balance =
                Rebalancing.of(
                        List.of(
                                window("a", Task.ACCEPT, true, 100),
                                window("b", Task.ACCEPT, true, 50),
                                window("p", Task.PRE_REVIEW, true, 151)),
                        TWICE);

        assertThat(balance.proposal())
                .isEqualTo(new Rebalancing.Move("b", Task.ACCEPT, Task.PRE_REVIEW));
        assertThat(balance.shares().getLast()).isEqualTo(new Rebalancing.Share("p", 151, 301L));
    }

    @Test
    void nothingIsProposedAtTwiceTheLoadNorForTheLastOpenWindow() {
        assertThat(
                        Rebalancing.of(
                                        List.of(
                                                window("a", Task.ACCEPT, true, 100),
                                                window("b", Task.ACCEPT, true, 50),
                                                window("p", Task.PRE_REVIEW, true, 150)),
                                        TWICE)
                                .proposal())
                .isNull();
        assertThat(
                        Rebalancing.of(
                                        List.of(
                                                window("a", Task.ACCEPT, true, 1),
                                                window("b", Task.ACCEPT, false, 0),
                                                window("p", Task.PRE_REVIEW, true, 900)),
                                        TWICE)
                                .proposal())
                .isNull();
    }

    @Test
    void aRegionMayRuleThatLessOrMoreMovesAWindow() {
        List<WindowFigures> figures =
                List.of(
                        window("a", Task.ACCEPT, true, 100),
                        window("b", Task.ACCEPT, true, 50),
                        window("p", Task.PRE_REVIEW, true, 120));
        assertThat(Rebalancing.of(figures, 150).proposal()).isNotNull();
        assertThat(Rebalancing.of(figures, 160).proposal()).isNull();
        assertThat(Rebalancing.of(figures, 300).proposal()).isNull();
    }

    @Test
    void whereNobodyWorkedThereIsNoShare() {
        assertThat(
                        Rebalancing.of(List.of(window("a", Task.ACCEPT, true, 0)), TWICE)
                                .shares()
                                .getFirst()
                                .ofAllSeconds())
                .isNull();
    }

    private static WindowFigures window(String name, Task task, boolean open, long busy) {
        return new WindowFigures(name, name, task, open, 0, 0, busy, 0, 0, 0);
    }
}
