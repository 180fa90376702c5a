-- Who wants messages by e-mail too; address is a ciphertext, code an index that can't be turned back.
CREATE TABLE email_consents (
    party        text        PRIMARY KEY,
    version      bigint      NOT NULL,
    state        text        NOT NULL CHECK (state IN ('REQUESTED', 'CONFIRMED', 'WITHDRAWN')),
    address      text,
    mask         text        NOT NULL,
    language     text        NOT NULL,
    code         text,
    code_until   timestamptz,
    tries_left   int         NOT NULL DEFAULT 0,
    requests     int         NOT NULL DEFAULT 0,
    requests_day date,
    requested_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    withdrawn_at timestamptz,
    CHECK ((state = 'WITHDRAWN') = (address IS NULL))
);

-- One row an e-mail; outlives a rebuild of the messages, so that nothing is sent twice by one.
CREATE TABLE emails (
    id         text        PRIMARY KEY,
    party      text        NOT NULL,
    purpose    text        NOT NULL CHECK (purpose IN ('MESSAGE', 'CONFIRMATION')),
    region     text        NOT NULL,
    content    text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('OPEN', 'SENT', 'FAILED', 'DROPPED')),
    attempts   int         NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL,
    lease      text,
    created_at timestamptz NOT NULL,
    settled_at timestamptz
);
CREATE INDEX emails_due ON emails (due_at) WHERE state = 'OPEN';
CREATE INDEX emails_settled ON emails (settled_at) WHERE state <> 'OPEN';

CREATE TABLE email_attempts (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email   text        NOT NULL,
    at      timestamptz NOT NULL,
    outcome text        NOT NULL
);
CREATE INDEX email_attempts_of ON email_attempts (email, id);

INSERT INTO templates
       (id, version, chain_head, kind, region, effective_from, title_zh, body_zh, title_en, body_en)
VALUES
    ('100000-default-email-confirmation', 0, '', 'email-confirmation', '100000000000', TIMESTAMPTZ '2000-01-01 00:00:00+08',
     '确认接收办件消息',
     '验证码：{code}，{minutes} 分钟内有效。如非本人操作，请忽略本邮件，您不会再收到消息。',
     'Confirm that you want messages',
     'Your code is {code}; it is valid for {minutes} minutes. If you did not ask for it, ignore this e-mail and you will get no more.');
