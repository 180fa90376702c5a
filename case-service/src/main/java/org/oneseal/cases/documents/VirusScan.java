package org.oneseal.cases.documents;

/** Looks into files before they are kept (病毒查杀). */
public interface VirusScan {

    /** What was found. */
    sealed interface Verdict {

        /** No scanner is set up. */
        record NotScanned() implements Verdict {}

        record Clean() implements Verdict {}

        /**
         * @param name the scanner's name of it
         */
        record Infected(String name) implements Verdict {}
    }

    /**
     * @throws org.oneseal.platform.web.Unavailable if a scanner is set up and does not answer: a
     *     file is then not let in unseen
     */
    Verdict scan(byte[] content);
}
