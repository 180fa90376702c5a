-- A case stood twice in every order of the lists, once among all and once among the open ones, so
-- that a decree that moves a due date wrote each open case's entries twice. Each order is halved
-- now: an open case stands among the open ones, what is closed among the closed; a list of both
-- reads the heads of two.
DROP INDEX cases_due;
DROP INDEX cases_county_due;
DROP INDEX cases_department_due;
DROP INDEX cases_town_due;
DROP INDEX cases_party_due;
DROP INDEX cases_received;
DROP INDEX cases_county_received;
DROP INDEX cases_department_received;
DROP INDEX cases_town_received;
DROP INDEX cases_village_received;
DROP INDEX cases_party_received;
DROP INDEX cases_county_number;
DROP INDEX cases_department_number;
DROP INDEX cases_town_number;
DROP INDEX cases_party_number;

CREATE INDEX cases_closed_due ON cases (due, id) WHERE NOT open;
CREATE INDEX cases_closed_county_due ON cases (county, due, id) WHERE NOT open;
CREATE INDEX cases_closed_department_due ON cases (department, due, id) WHERE NOT open;
CREATE INDEX cases_closed_town_due ON cases (town, due, id) WHERE NOT open AND town IS NOT NULL;
CREATE INDEX cases_closed_party_due ON cases (party, due, id) WHERE NOT open;

CREATE INDEX cases_closed_received ON cases (received_at, id) WHERE NOT open;
CREATE INDEX cases_closed_county_received ON cases (county, received_at, id) WHERE NOT open;
CREATE INDEX cases_closed_department_received ON cases (department, received_at, id) WHERE NOT open;
CREATE INDEX cases_closed_town_received ON cases (town, received_at, id)
  WHERE NOT open AND town IS NOT NULL;
CREATE INDEX cases_open_town_received ON cases (town, received_at, id)
  WHERE open AND town IS NOT NULL;
CREATE INDEX cases_closed_village_received ON cases (village, received_at, id)
  WHERE NOT open AND village IS NOT NULL;
CREATE INDEX cases_open_village_received ON cases (village, received_at, id)
  WHERE open AND village IS NOT NULL;
CREATE INDEX cases_closed_party_received ON cases (party, received_at, id) WHERE NOT open;
CREATE INDEX cases_open_party_received ON cases (party, received_at, id) WHERE open;

CREATE INDEX cases_closed_number ON cases (case_number, id) WHERE NOT open;
CREATE INDEX cases_closed_county_number ON cases (county, case_number, id) WHERE NOT open;
CREATE INDEX cases_closed_department_number ON cases (department, case_number, id) WHERE NOT open;
CREATE INDEX cases_closed_town_number ON cases (town, case_number, id)
  WHERE NOT open AND town IS NOT NULL;
CREATE INDEX cases_open_town_number ON cases (town, case_number, id)
  WHERE open AND town IS NOT NULL;
CREATE INDEX cases_closed_party_number ON cases (party, case_number, id) WHERE NOT open;
CREATE INDEX cases_open_party_number ON cases (party, case_number, id) WHERE open;
-- All that somebody ever applied for, whatever became of it.
CREATE INDEX cases_party ON cases (party);

-- A decree concerns a case only where it changes a day between its receipt and its last due date.
-- Null: nobody knows which days, or all from there on. A recount waits a moment for the other pieces
-- of the same decree, and is worked on in lanes: the cases whose id ends in a lane's characters.
ALTER TABLE recount
    ADD COLUMN changed_from  date,
    ADD COLUMN changed_until date,
    ADD COLUMN starts_at     timestamptz,
    ADD COLUMN lane          integer NOT NULL DEFAULT 0,
    ADD COLUMN lanes         integer NOT NULL DEFAULT 1;
