-- Who may not take part, as the credit service told it: a projection of its state topic.
CREATE TABLE restrictions (
    subject text NOT NULL,
    listing text NOT NULL,
    ground  text,
    since   date NOT NULL,
    until   date,
    PRIMARY KEY (subject, listing)
);

-- What an item asks for, as the catalog told it: a projection of its state topic.
CREATE TABLE known_items (
    item_code text    NOT NULL,
    version   integer NOT NULL,
    in_force  boolean NOT NULL,
    body      jsonb   NOT NULL,
    PRIMARY KEY (item_code, version)
);

-- Cases that a department can commission a service for: a projection of the case service's facts.
CREATE TABLE known_cases (
    case_id      text    PRIMARY KEY,
    item_code    text    NOT NULL,
    item_version integer NOT NULL,
    region       text    NOT NULL,
    department   text    NOT NULL,
    open         boolean NOT NULL
);

-- How an institution is selected: by region, kind of money and date.
CREATE TABLE selection_rules (
    id                text    PRIMARY KEY,
    region            text    NOT NULL,
    fund              text    NOT NULL CHECK (fund IN ('FISCAL', 'SOCIAL')),
    effective_from    date    NOT NULL,
    effective_to      date,
    minimum           integer NOT NULL CHECK (minimum > 0),
    extensions        integer NOT NULL CHECK (extensions >= 0),
    extension_hours   integer NOT NULL CHECK (extension_hours > 0),
    sign_up_minutes   integer NOT NULL CHECK (sign_up_minutes > 0),
    sign_up_days      integer NOT NULL CHECK (sign_up_days > 0),
    value_minutes     integer NOT NULL CHECK (value_minutes > 0),
    reveal_minutes    integer NOT NULL CHECK (reveal_minutes > 0),
    confirm_days      integer NOT NULL CHECK (confirm_days > 0),
    price_limit       bigint,
    ground            text    NOT NULL
);
COMMENT ON COLUMN selection_rules.sign_up_minutes IS 'sign-up stays open at least so long';
COMMENT ON COLUMN selection_rules.sign_up_days IS 'and at most so long';
COMMENT ON COLUMN selection_rules.value_minutes IS 'the public value comes at least so long after the close';
COMMENT ON COLUMN selection_rules.reveal_minutes IS 'a draw that is not made so long after the value is void';
COMMENT ON COLUMN selection_rules.confirm_days IS 'working days in which the drawn institution confirms';
COMMENT ON COLUMN selection_rules.price_limit IS 'fen; above it the project belongs to government procurement';
INSERT INTO selection_rules VALUES
    ('draw-fiscal-1', '100000000000', 'FISCAL', DATE '2020-01-01', NULL, 3, 1, 72, 60, 60, 1, 10, 2,
     100000000, '中介超市随机抽取规则: 财政性资金项目报名不少于 3 家; 分散采购限额标准以上的项目依政府采购法采购'),
    ('draw-social-1', '100000000000', 'SOCIAL', DATE '2020-01-01', NULL, 1, 1, 72, 60, 60, 1, 10, 2,
     NULL, '中介超市随机抽取规则: 社会资金项目');

CREATE TABLE projects (
    id          text        PRIMARY KEY,
    version     bigint      NOT NULL,
    chain_head  text        NOT NULL,
    region      text        NOT NULL,
    province    text,
    city        text,
    county      text,
    town        text,
    village     text,
    department  text,
    party       text,
    case_id     text,
    service     text        NOT NULL,
    state       text        NOT NULL,
    announced   boolean     NOT NULL,
    due_at      timestamptz,
    body        jsonb       NOT NULL
);
CREATE INDEX projects_party ON projects (party, id DESC);
CREATE INDEX projects_department ON projects (department, id DESC);
CREATE INDEX projects_province ON projects (province, id DESC);
CREATE INDEX projects_city ON projects (city, id DESC);
CREATE INDEX projects_county ON projects (county, id DESC);
-- announcements, newest first
CREATE INDEX projects_announced ON projects (id DESC) WHERE announced;
-- what the clock has to look at: closes, draws, silent winners
CREATE INDEX projects_due ON projects (state, due_at) WHERE due_at IS NOT NULL;
