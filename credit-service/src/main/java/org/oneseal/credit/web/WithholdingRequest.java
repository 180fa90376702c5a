package org.oneseal.credit.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why a record is withheld, and by what law. */
record WithholdingRequest(
        @NotNull @Size(max = 200) String reason, @NotNull @Size(max = 200) String ground) {}
