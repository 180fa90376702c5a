package org.oneseal.credit.publicity;

/**
 * The rule in force for an item in a region on a decision date; a row of data, never a constant.
 *
 * @param id names the row, for explanations
 * @param workingDays from the decision date to the last day of publication
 * @param warnFrom working day from which a pending record is shown in blue
 * @param licenceKind 许可类别 where the item does not tell
 * @param ground where the number comes from
 */
public record PublicityRule(
        String id,
        int workingDays,
        int warnFrom,
        NaturalPersons naturalPersons,
        Release release,
        String licenceKind,
        String ground) {

    /** What happens to licences of natural persons. */
    public enum NaturalPersons {
        DEIDENTIFIED,
        WITHHELD
    }

    /** Who opens a record to the public. */
    public enum Release {
        AT_ONCE,
        BY_OFFICER
    }
}
