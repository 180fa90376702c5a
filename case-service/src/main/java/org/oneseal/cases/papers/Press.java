package org.oneseal.cases.papers;

import java.util.List;

/** Makes a file of set sheets. */
public interface Press {

    /** The kinds of files papers come as. */
    enum Format {
        PDF("application/pdf"),
        /** GB/T 33190, with the electronic seal of GB/T 38540. */
        OFD("application/ofd");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    Format format();

    byte[] print(Paper paper, List<Sheet> sheets);
}
