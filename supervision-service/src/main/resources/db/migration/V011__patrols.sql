-- Every night the cards of the day before are drawn again; what came out otherwise is kept.
CREATE TABLE patrols (
    day      date        PRIMARY KEY,
    at       timestamptz NOT NULL,
    cards    integer     NOT NULL,
    complete boolean     NOT NULL
);

CREATE TABLE patrol_findings (
    day              date        NOT NULL REFERENCES patrols (day),
    card_id          text        NOT NULL,
    threshold        timestamptz NOT NULL,
    again            timestamptz,
    calendar_changed boolean     NOT NULL,
    PRIMARY KEY (day, card_id)
);
