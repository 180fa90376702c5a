package org.oneseal.catalog.departments;

/** Where accounts live. Each call may be repeated: what is there already is brought up to date. */
public interface IdentityProvider {

    /** Whether one is configured at all. */
    boolean isConfigured();

    /**
     * Makes or corrects the group of a department.
     *
     * @throws Refused if it will never do it as asked
     * @throws RuntimeException if it could not be reached or failed
     */
    void provision(Department department);

    /**
     * Makes or corrects the account of an officer, with the attributes region and department.
     *
     * @throws Refused if it will never do it as asked
     * @throws RuntimeException if it could not be reached or failed
     */
    void provision(Officer officer);

    /** The identity provider says no. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String why) {
            super(why);
        }
    }
}
