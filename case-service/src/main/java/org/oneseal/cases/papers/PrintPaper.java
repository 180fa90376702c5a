package org.oneseal.cases.papers;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.certificates.Certificate;
import org.oneseal.cases.certificates.Certificates;
import org.oneseal.cases.certificates.VerifyCode;
import org.oneseal.cases.documents.DocumentVault;
import org.oneseal.cases.dossier.Dossier;
import org.oneseal.cases.events.PaperIssued;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.parties.Parties;
import org.oneseal.cases.parties.Party;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * Prints a paper when it is first asked for and gives the kept one from then on. Runs in the
 * caller's transaction.
 */
public final class PrintPaper {

    private final Papers papers;
    private final Map<Press.Format, Press> presses = new EnumMap<>(Press.Format.class);
    private final Typeface typeface;
    private final DocumentVault vault;
    private final Dossier dossier;
    private final Certificates certificates;
    private final Parties parties;
    private final ItemVersions items;
    private final WorkCalendars calendars;
    private final Ids ids;
    private final String verifyUrl;

    public PrintPaper(
            Papers papers,
            List<Press> presses,
            Typeface typeface,
            DocumentVault vault,
            Dossier dossier,
            Certificates certificates,
            Parties parties,
            ItemVersions items,
            WorkCalendars calendars,
            Ids ids,
            String verifyUrl) {
        this.papers = papers;
        presses.forEach(press -> this.presses.put(press.format(), press));
        this.typeface = typeface;
        this.vault = vault;
        this.dossier = dossier;
        this.certificates = certificates;
        this.parties = parties;
        this.items = items;
        this.calendars = calendars;
        this.ids = ids;
        this.verifyUrl = verifyUrl;
    }

    /** What papers there are, printed or not. */
    public List<PaperText.Draft> due(Case it) {
        List<PaperText.Draft> due = new java.util.ArrayList<>(text(it, "").all());
        certificates.ofCase(it.header().id()).ifPresent(c -> due.add(certificate(text(it, ""), c)));
        return due;
    }

    /**
     * The paper, or nothing where the case has not come so far.
     *
     * @param number of one among several of a kind, null for the last
     */
    public Optional<Papers.Printed> print(
            Case it, PaperKind kind, @Nullable String number, Actor actor, Instant now) {
        String id = it.header().id();
        if (kind == PaperKind.CERTIFICATE) {
            return certificates
                    .ofCase(id)
                    .filter(c -> number == null || c.number().equals(number))
                    .map(c -> certificate(it, c, actor, now));
        }
        return text(it, "")
                .of(kind, number)
                .map(
                        due ->
                                papers.find(id, kind, due.number())
                                        .orElseGet(() -> notice(it, due, actor, now)));
    }

    private Papers.Printed notice(Case it, PaperText.Draft due, Actor actor, Instant now) {
        String holder = holder(it);
        var draft = text(it, holder).of(due.kind(), due.number()).orElseThrow();
        VerifyCode code = VerifyCode.random();
        ItemVersion item = HandleCase.item(items, it);
        Paper paper = draft.signed(holder, item.departmentName(), verifyUrl + code.value());
        return keep(it, paper, draft.number(), code, actor, now);
    }

    private Papers.Printed certificate(Case it, Certificate c, Actor actor, Instant now) {
        String id = it.header().id();
        return papers.find(id, PaperKind.CERTIFICATE, c.id())
                .orElseGet(
                        () -> {
                            var draft = certificate(text(it, holder(it)), c);
                            VerifyCode code = certificates.codeOf(id).orElseThrow();
                            Paper paper = draft.signed("", c.authority(), verifyUrl + code.value());
                            return keep(it, paper, c.id(), null, actor, now);
                        });
    }

    private static PaperText.Draft certificate(PaperText text, Certificate c) {
        return text.certificate(c.name(), c.number(), c.validFrom(), c.validTo(), c.issuedAt());
    }

    private Papers.Printed keep(
            Case it,
            Paper paper,
            String number,
            @Nullable VerifyCode code,
            Actor actor,
            Instant now) {
        List<Sheet> sheets = Layout.of(paper, typeface);
        Map<Press.Format, String> digests = new EnumMap<>(Press.Format.class);
        for (Press press : presses.values()) {
            byte[] file = press.print(paper, sheets);
            String digest = Digest.of("SM3", file).toString();
            vault.keep(digest, file);
            digests.put(press.format(), digest);
        }
        var header = it.header();
        var printed =
                new Papers.Printed(
                        ids.next(header.region()),
                        header.id(),
                        paper.kind(),
                        number,
                        paper.title(),
                        Objects.requireNonNullElse(header.partyMask(), ""),
                        Objects.requireNonNullElse(header.itemName(), ""),
                        paper.authority(),
                        paper.date(),
                        Objects.requireNonNull(digests.get(Press.Format.PDF)),
                        Objects.requireNonNull(digests.get(Press.Format.OFD)),
                        now);
        if (!papers.add(printed, code)) {
            return papers.find(header.id(), paper.kind(), number).orElseThrow();
        }
        dossier.record(
                it,
                new Dossier.Piece(Dossier.Kind.PAPER, printed.id()),
                new PaperIssued(
                        it.reference(),
                        printed.id(),
                        printed.kind().name(),
                        printed.number(),
                        code == null ? null : code.hash(),
                        printed.pdfDigest(),
                        printed.ofdDigest(),
                        paper.issuedAt()),
                now,
                actor);
        return printed;
    }

    private PaperText text(Case it, String holder) {
        return new PaperText(it, HandleCase.item(items, it), calendars, holder);
    }

    /** The full name: an official paper names whom it is for. */
    private String holder(Case it) {
        String name = it.header().subjectName();
        if (name != null) return name;
        return Optional.ofNullable(it.header().party())
                .flatMap(parties::disclose)
                .map(Party.Disclosed::name)
                .orElse(Objects.requireNonNullElse(it.header().partyMask(), ""));
    }
}
