package org.oneseal.cases.handling;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What came of a request: the case as it is stored now, or why it stayed as it was. */
public sealed interface Handled {

    record Done(CaseOnFile now) implements Handled {}

    record Objected(List<Objection> objections) implements Handled {}

    record OutOfTurn(List<Objection> objections) implements Handled {}
}
