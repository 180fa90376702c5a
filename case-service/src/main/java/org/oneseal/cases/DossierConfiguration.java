package org.oneseal.cases;

import java.util.List;
import org.oneseal.cases.certificates.Certificates;
import org.oneseal.cases.certificates.KeepCertificate;
import org.oneseal.cases.documents.AddDocument;
import org.oneseal.cases.documents.DocumentVault;
import org.oneseal.cases.documents.Documents;
import org.oneseal.cases.dossier.Dossier;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.papers.Papers;
import org.oneseal.cases.papers.Press;
import org.oneseal.cases.papers.PrintPaper;
import org.oneseal.cases.papers.Typeface;
import org.oneseal.cases.parties.Parties;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what is done to the pieces of a case; it knows nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class DossierConfiguration {

    @Bean
    PrintPaper printPaper(
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
            @Value("${oneseal.cases.public-url}") String publicUrl) {
        return new PrintPaper(
                papers,
                presses,
                typeface,
                vault,
                dossier,
                certificates,
                parties,
                items,
                calendars,
                ids,
                publicUrl + "/api/v1/verify/");
    }

    @Bean
    KeepCertificate keepCertificate(Certificates certificates, Dossier dossier) {
        return new KeepCertificate(certificates, dossier);
    }

    @Bean
    AddDocument addDocument(Documents documents, DocumentVault vault, Dossier dossier, Ids ids) {
        return new AddDocument(documents, vault, dossier, ids);
    }
}
