package org.oneseal.catalog.web;

import java.util.List;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.powers.ComparePowerVersions;
import org.oneseal.catalog.powers.Power;
import org.oneseal.catalog.powers.Powers;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a power said before, what has changed since, and who changed it. */
@RestController
@RequestMapping("/api/v1/powers/{code}")
class PowerRecordApi {

    private final Powers powers;
    private final PowerAnswers answers;
    private final ComparePowerVersions compare;
    private final ItemHistory history;

    PowerRecordApi(
            Powers powers,
            PowerAnswers answers,
            ComparePowerVersions compare,
            ItemHistory history) {
        this.powers = powers;
        this.answers = answers;
        this.compare = compare;
        this.history = history;
    }

    /** What differs from one published version to another, field by field. */
    @GetMapping("/versions/{from}/difference")
    List<Difference> difference(
            Caller caller,
            @PathVariable String code,
            @PathVariable int from,
            @RequestParam int to) {
        Power power = answers.find(caller, code);
        return compare.compare(power, from, to)
                .orElseThrow(() -> new NotFound("version", code + "@" + from + ".." + to));
    }

    /** What publishing the draft would change of the last version. */
    @GetMapping("/draft/difference")
    List<Difference> draftDifference(Caller caller, @PathVariable String code) {
        return compare.compareDraft(answers.editable(caller, code))
                .orElseThrow(() -> new NotFound("draft", code));
    }

    /** Who did what and when, newest first; for the editors of the region and for auditors. */
    @GetMapping("/history")
    Page<ItemHistoryView> history(Caller caller, @PathVariable String code, PageRequest page) {
        Power power =
                Histories.readable(
                        caller, powers.find(code), p -> List.of(p.region()), "power", code);
        return Histories.page(
                page,
                (before, limit) -> history.ofPower(power.code(), before, limit),
                ItemHistoryView::of);
    }
}
