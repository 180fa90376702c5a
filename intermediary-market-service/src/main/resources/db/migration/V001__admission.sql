-- Working-day calendars as the catalog told them: a projection, rebuilt from its state topic.
CREATE TABLE calendar_years (
    region text    NOT NULL,
    year   integer NOT NULL,
    hash   text    NOT NULL,
    body   jsonb   NOT NULL,
    PRIMARY KEY (region, year)
);

-- The directory of service types (中介服务事项指导目录), with region and effective interval.
CREATE TABLE service_types (
    code           text    NOT NULL,
    region         text    NOT NULL,
    effective_from date    NOT NULL,
    effective_to   date,
    name           text    NOT NULL,
    qualification  text,
    practitioners  integer NOT NULL DEFAULT 0 CHECK (practitioners >= 0),
    legal_basis    text    NOT NULL,
    PRIMARY KEY (region, code, effective_from)
);

INSERT INTO service_types (code, region, effective_from, name, qualification, practitioners, legal_basis) VALUES
    ('hjyxpj', '100000000000', DATE '2020-01-01', '环境影响评价文件编制', NULL, 1, '环境影响评价法第十九条'),
    ('sgtsc', '100000000000', DATE '2020-01-01', '施工图设计文件审查', 'sgtsc', 1, '建设工程勘察设计管理条例第三十三条'),
    ('stbcfa', '100000000000', DATE '2020-01-01', '水土保持方案编制', NULL, 0, '水土保持法第二十五条'),
    ('jnpg', '100000000000', DATE '2020-01-01', '节能报告编制', NULL, 0, '节约能源法第十五条'),
    ('xfjc', '100000000000', DATE '2020-01-01', '消防设施检测', NULL, 1, '消防法第三十四条'),
    ('wsjc', '100000000000', DATE '2020-01-01', '公共场所卫生检测', 'cma', 0, '公共场所卫生管理条例第四条'),
    ('aqpj', '100000000000', DATE '2020-01-01', '安全评价', 'aqpj', 1, '危险化学品安全管理条例第二十二条'),
    ('szylz', '100000000000', DATE '2020-01-01', '水资源论证', NULL, 0, '取水许可和水资源费征收管理条例第十一条'),
    ('yzbg', '100000000000', DATE '2020-01-01', '验资', 'kjsws', 1, '社会团体登记管理条例第十一条');

-- How long the formal check may take.
CREATE TABLE check_rules (
    id             text    PRIMARY KEY,
    region         text    NOT NULL,
    effective_from date    NOT NULL,
    effective_to   date,
    working_days   integer NOT NULL CHECK (working_days > 0),
    ground         text    NOT NULL
);
INSERT INTO check_rules VALUES
    ('formal-check-1', '100000000000', DATE '2020-01-01', NULL, 2, '中介超市入驻形式审查: 2 个工作日');

CREATE TABLE institutions (
    id         text        PRIMARY KEY,
    version    bigint      NOT NULL,
    chain_head text        NOT NULL,
    region     text        NOT NULL,
    province   text,
    city       text,
    county     text,
    town       text,
    village    text,
    department text,
    party      text        NOT NULL,
    uscc       text        NOT NULL,
    name       text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('APPLIED', 'ADMITTED', 'REFUSED')),
    applied_at timestamptz NOT NULL,
    check_due  date,
    body       jsonb       NOT NULL
);
-- waiting or admitted once a region; a refused one may try again
CREATE UNIQUE INDEX institutions_uscc ON institutions (region, uscc) WHERE state <> 'REFUSED';
CREATE INDEX institutions_party ON institutions (party, id DESC);
CREATE INDEX institutions_province ON institutions (province, id DESC);
CREATE INDEX institutions_city ON institutions (city, id DESC);
CREATE INDEX institutions_county ON institutions (county, id DESC);
-- what a changed calendar has to look at, and the operators' work list
CREATE INDEX institutions_waiting ON institutions (id) WHERE state = 'APPLIED';

-- What the directory finds an institution under; written with the institution's row.
CREATE TABLE offered_services (
    institution text NOT NULL REFERENCES institutions (id),
    code        text NOT NULL,
    last_day    date,
    PRIMARY KEY (institution, code)
);
CREATE INDEX offered_services_code ON offered_services (code, institution);

-- One unit at a time: who practises where.
CREATE TABLE listed_practitioners (
    certificate_number text NOT NULL,
    institution        text NOT NULL REFERENCES institutions (id),
    uscc               text NOT NULL,
    PRIMARY KEY (certificate_number, institution)
);
