-- How long the buyer and the institution that confirmed may take to conclude the contract.
ALTER TABLE selection_rules ADD COLUMN contract_days integer NOT NULL DEFAULT 5
    CHECK (contract_days > 0);
COMMENT ON COLUMN selection_rules.contract_days IS 'working days in which the contract is concluded';
-- what a changed calendar has to look at
CREATE INDEX projects_waiting ON projects (id) WHERE state IN ('DRAWN', 'CONFIRMED');
