package org.oneseal.catalog.web;

import java.util.List;
import org.oneseal.catalog.publishing.IntermediaryDirectory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Services of intermediaries that an approval may ask for. */
@RestController
@RequestMapping("/api/v1/directory")
class DirectoryApi {

    private final IntermediaryDirectory directory;

    DirectoryApi(IntermediaryDirectory directory) {
        this.directory = directory;
    }

    /** An intermediary service with the law that allows asking for it. */
    record DirectoryEntryView(String code, String name, String legalBasis) {}

    @GetMapping
    List<DirectoryEntryView> all() {
        return directory.all().stream()
                .map(e -> new DirectoryEntryView(e.code(), e.name(), e.legalBasis()))
                .toList();
    }
}
