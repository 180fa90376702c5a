package org.oneseal.catalog.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request for every body of the service that is wrong in its shape and against the rules, by the
 * ids of what was made for them.
 *
 * @param act a delegation
 * @param demand one that waits for its answer
 */
record WrongRequests(String synonyms, String answer, String act, String demand) {

    /** One of every body that is documented. */
    List<Wrong> all() {
        return Stream.of(
                        WrongDepartments.all(),
                        WrongItems.all(),
                        WrongPowers.all(),
                        WrongPackages.all(),
                        WrongDelegations.all(act),
                        WrongRegisters.all(synonyms, answer),
                        WrongResources.all(demand))
                .flatMap(List::stream)
                .toList();
    }
}
