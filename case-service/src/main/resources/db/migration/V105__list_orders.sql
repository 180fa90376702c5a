-- A page of a list costs what it shows, at every width of scope, in each of its three orders, open
-- cases or all. What is closed keeps the due date it had.
CREATE INDEX cases_due ON cases (due, id);
CREATE INDEX cases_county_due ON cases (county, due, id);
CREATE INDEX cases_department_due ON cases (department, due, id);
CREATE INDEX cases_town_due ON cases (town, due, id) WHERE town IS NOT NULL;
CREATE INDEX cases_village_received ON cases (village, received_at, id) WHERE village IS NOT NULL;
CREATE INDEX cases_county_number ON cases (county, case_number, id);
-- Of the open ones, which are few, by receipt and by number.
CREATE INDEX cases_open_received ON cases (received_at, id) WHERE open;
CREATE INDEX cases_open_county_received ON cases (county, received_at, id) WHERE open;
CREATE INDEX cases_open_department_received ON cases (department, received_at, id) WHERE open;
CREATE INDEX cases_open_number ON cases (case_number, id) WHERE open;
CREATE INDEX cases_open_county_number ON cases (county, case_number, id) WHERE open;
CREATE INDEX cases_open_department_number ON cases (department, case_number, id) WHERE open;
-- A department is of one county, a county of one city: else the planner multiplies what is the same.
CREATE STATISTICS cases_places (dependencies) ON province, city, county, town, village, department
  FROM cases;
