CREATE TABLE note (
    id         text PRIMARY KEY,
    amount     integer NOT NULL,
    version    bigint  NOT NULL,
    province   text,
    city       text,
    county     text,
    town       text,
    village    text,
    department text,
    party      text
);
CREATE TABLE total (
    id     text PRIMARY KEY,
    amount bigint NOT NULL,
    events bigint NOT NULL
);
