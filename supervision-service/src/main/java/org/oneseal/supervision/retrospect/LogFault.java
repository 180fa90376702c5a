package org.oneseal.supervision.retrospect;

import org.oneseal.platform.objection.Objection;

/** A log cannot be read any further; says where and why. */
public final class LogFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Objection objection;

    public LogFault(Objection objection) {
        super(objection.code() + " " + objection.arguments());
        this.objection = objection;
    }

    public Objection objection() {
        return objection;
    }
}
