-- Kinds of list: data with region and effective interval, pinned by each proposal.
CREATE TABLE list_rules (
    id                 text    PRIMARY KEY,
    code               text    NOT NULL,
    region             text    NOT NULL,
    effective_from     date    NOT NULL,
    effective_to       date,
    name               text    NOT NULL,
    basis              text    NOT NULL,
    information_class  text    NOT NULL CHECK (information_class IN ('MINOR', 'GENERAL', 'SEVERE')),
    measures           jsonb   NOT NULL,
    statement_days     integer NOT NULL CHECK (statement_days > 0),
    rectification_days integer NOT NULL CHECK (rectification_days >= 0),
    dispute_days       integer NOT NULL CHECK (dispute_days > 0),
    repair_days        integer NOT NULL CHECK (repair_days > 0),
    months             integer CHECK (months > 0),
    remedy             text    NOT NULL
);
CREATE INDEX list_rules_region ON list_rules (region, effective_from);

INSERT INTO list_rules VALUES
    ('promise-breach-1', 'promise-breach', '100000000000', DATE '2020-11-09', NULL,
     '告知承诺失信主体名单', '国办发〔2020〕42号', 'SEVERE',
     '[{"kind": "promise-based-filing", "ground": "国办发〔2020〕42号"}]',
     5, 15, 7, 10, 24,
     '履行承诺、消除影响并满足规定期限后可申请信用修复；对列入决定不服的，可提出异议，也可依法申请行政复议或者提起行政诉讼。'),
    ('serious-dishonesty-1', 'serious-dishonesty', '100000000000', DATE '2020-12-07', NULL,
     '严重失信主体名单', '国办发〔2020〕49号', 'SEVERE',
     '[{"kind": "market-participation", "ground": "国办发〔2020〕49号"},
       {"kind": "promise-based-filing", "ground": "国办发〔2020〕42号"}]',
     5, 0, 7, 10, NULL,
     '履行义务、纠正行为并满足规定期限后可申请信用修复；对列入决定不服的，可提出异议，也可依法申请行政复议或者提起行政诉讼。'),
    ('intermediary-dishonesty-1', 'intermediary-dishonesty', '100000000000', DATE '2020-12-07', NULL,
     '中介服务失信名单', '国办发〔2020〕49号', 'GENERAL',
     '[{"kind": "market-participation", "ground": "国办发〔2020〕49号"}]',
     5, 0, 7, 10, NULL,
     '履行义务、纠正行为并满足规定期限后可申请信用修复；对列入决定不服的，可提出异议，也可依法申请行政复议或者提起行政诉讼。');

-- Regimes of repair one after another: how long information stays at least and at most.
CREATE TABLE repair_regimes (
    id                text    PRIMARY KEY,
    region            text    NOT NULL,
    information_class text    CHECK (information_class IN ('MINOR', 'GENERAL', 'SEVERE')),
    field             text,
    min_months        integer NOT NULL CHECK (min_months >= 0),
    max_months        integer NOT NULL CHECK (max_months >= min_months),
    promise_required  boolean NOT NULL,
    effective_from    date    NOT NULL,
    effective_to      date,
    ground            text    NOT NULL
);
CREATE INDEX repair_regimes_region ON repair_regimes (region);

INSERT INTO repair_regimes VALUES
    ('order-58', '100000000000', NULL, NULL, 3, 36, true,
     DATE '2023-05-01', DATE '2026-04-01', '国家发展改革委令第58号'),
    ('order-58-food', '100000000000', NULL, 'FOOD', 12, 36, true,
     DATE '2023-05-01', DATE '2026-04-01', '国家发展改革委令第58号'),
    ('order-58-drugs', '100000000000', NULL, 'DRUGS', 12, 36, true,
     DATE '2023-05-01', DATE '2026-04-01', '国家发展改革委令第58号'),
    ('order-58-special-equipment', '100000000000', NULL, 'SPECIAL_EQUIPMENT', 12, 36, true,
     DATE '2023-05-01', DATE '2026-04-01', '国家发展改革委令第58号'),
    ('order-58-work-safety', '100000000000', NULL, 'WORK_SAFETY', 12, 36, true,
     DATE '2023-05-01', DATE '2026-04-01', '国家发展改革委令第58号'),
    ('order-58-fire', '100000000000', NULL, 'FIRE', 12, 36, true,
     DATE '2023-05-01', DATE '2026-04-01', '国家发展改革委令第58号'),
    ('order-36-minor', '100000000000', 'MINOR', NULL, 0, 3, true,
     DATE '2026-04-01', NULL, '国家发展改革委令第36号'),
    ('order-36-general', '100000000000', 'GENERAL', NULL, 3, 12, true,
     DATE '2026-04-01', NULL, '国家发展改革委令第36号'),
    ('order-36-severe', '100000000000', 'SEVERE', NULL, 12, 36, true,
     DATE '2026-04-01', NULL, '国家发展改革委令第36号');

CREATE TABLE listings (
    id           text        PRIMARY KEY,
    version      bigint      NOT NULL,
    chain_head   text        NOT NULL,
    region       text        NOT NULL,
    province     text,
    city         text,
    county       text,
    town         text,
    village      text,
    department   text,
    party        text,
    kind         text        NOT NULL,
    subject      text        NOT NULL,
    subject_name text        NOT NULL,
    -- a promise is proposed once, however often its being overdue is told
    promise      text        UNIQUE,
    state        text        NOT NULL,
    told         boolean     NOT NULL,
    listed_at    timestamptz,
    last_day     date,
    body         jsonb       NOT NULL
);
-- what the timer looks for
CREATE INDEX listings_over ON listings (last_day) WHERE state = 'LISTED';
-- the restrictions of a subject, and the public question by code
CREATE INDEX listings_subject ON listings (subject) WHERE state = 'LISTED';
-- the public list, newest first, of the country or a region
CREATE INDEX listings_public ON listings (listed_at DESC, id DESC) WHERE state = 'LISTED';
CREATE INDEX listings_public_county ON listings (county, listed_at DESC, id DESC)
    WHERE state = 'LISTED';
-- officers' and parties' lists
CREATE INDEX listings_province ON listings (province, id DESC);
CREATE INDEX listings_city ON listings (city, id DESC);
CREATE INDEX listings_county ON listings (county, id DESC);
CREATE INDEX listings_department ON listings (department, id DESC);
CREATE INDEX listings_party ON listings (party, id DESC);

-- What was told of a subject's restrictions last; the row stays after the last one, for its sequence.
CREATE TABLE restrictions (
    subject  text   PRIMARY KEY,
    sequence bigint NOT NULL,
    body     jsonb  NOT NULL
);

-- Who stands behind a party, as decisions told it.
CREATE TABLE subjects (
    party   text        PRIMARY KEY,
    kind    text        NOT NULL,
    subject text        NOT NULL,
    name    text        NOT NULL,
    seen_at timestamptz NOT NULL
);
CREATE INDEX subjects_subject ON subjects (subject);

CREATE TABLE promises (
    id         text  PRIMARY KEY,
    region     text  NOT NULL,
    province   text,
    city       text,
    county     text,
    town       text,
    village    text,
    department text,
    party      text  NOT NULL,
    case_id    text  NOT NULL,
    state      text  NOT NULL,
    body       jsonb NOT NULL
);
CREATE INDEX promises_province ON promises (province, id DESC);
CREATE INDEX promises_city ON promises (city, id DESC);
CREATE INDEX promises_county ON promises (county, id DESC);
CREATE INDEX promises_department ON promises (department, id DESC);
CREATE INDEX promises_party ON promises (party, id DESC);
