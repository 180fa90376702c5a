-- Windows of a hall, and what they do: looking through before the ticket, or taking in.
CREATE TABLE service_window (
    id         text        PRIMARY KEY,
    region     text        NOT NULL,
    department text        NOT NULL,
    name       text        NOT NULL,
    task       text        NOT NULL,
    open       boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (region, department, name)
);

-- Materials looked through before the ticket is drawn.
CREATE TABLE pre_review (
    id         text        PRIMARY KEY,
    region     text        NOT NULL,
    department text        NOT NULL,
    window_id  text        NOT NULL REFERENCES service_window (id),
    party      text        NOT NULL,
    item_code  text        NOT NULL,
    begun_by   text        NOT NULL,
    begun_at   timestamptz NOT NULL,
    ended_at   timestamptz,
    passed     boolean,
    missing    text[]
);
CREATE INDEX pre_review_passed ON pre_review (party, item_code, ended_at) WHERE passed;
CREATE INDEX pre_review_day ON pre_review (region, department, begun_at);

-- How many may come at which hours; from a day on, only added.
CREATE TABLE appointment_rule (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region         text    NOT NULL,
    department     text    NOT NULL,
    first_slot     time    NOT NULL,
    last_slot      time    NOT NULL,
    slot_minutes   integer NOT NULL,
    places         integer NOT NULL,
    days_ahead     integer NOT NULL,
    effective_from date    NOT NULL,
    UNIQUE (region, department, effective_from)
);
CREATE TABLE appointment (
    id         text        PRIMARY KEY,
    region     text        NOT NULL,
    department text        NOT NULL,
    party      text        NOT NULL,
    item_code  text        NOT NULL,
    slot       timestamptz NOT NULL,
    state      text        NOT NULL,
    booked_at  timestamptz NOT NULL
);
CREATE INDEX appointment_slot ON appointment (region, department, slot) WHERE state = 'BOOKED';
-- Nobody holds two places at one time.
CREATE UNIQUE INDEX appointment_party ON appointment (party, slot) WHERE state = 'BOOKED';

CREATE TABLE ticket (
    id          text        PRIMARY KEY,
    region      text        NOT NULL,
    department  text        NOT NULL,
    day         date        NOT NULL,
    number      integer     NOT NULL,
    lane        text        NOT NULL,
    party       text        NOT NULL,
    item_code   text        NOT NULL,
    pre_review  text        NOT NULL UNIQUE REFERENCES pre_review (id),
    appointment text        UNIQUE REFERENCES appointment (id),
    state       text        NOT NULL,
    drawn_at    timestamptz NOT NULL,
    window_id   text        REFERENCES service_window (id),
    called_at   timestamptz,
    ended_at    timestamptz,
    UNIQUE (region, department, day, number)
);
CREATE INDEX ticket_waiting ON ticket (region, department, day, number) WHERE state = 'WAITING';
