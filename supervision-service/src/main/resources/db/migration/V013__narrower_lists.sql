-- A watch stands in the lists of what is open or in those of what is closed, never in both: each
-- change writes half as many entries. A list of all is merged of the two.
DROP INDEX watches_county, watches_city, watches_province, watches_department;
CREATE INDEX watches_closed_county ON watches (county, due, id) WHERE state = 'CLOSED';
CREATE INDEX watches_closed_city ON watches (city, due, id) WHERE state = 'CLOSED';
CREATE INDEX watches_closed_province ON watches (province, due, id) WHERE state = 'CLOSED';
CREATE INDEX watches_closed_department ON watches (department, due, id) WHERE state = 'CLOSED';
-- A calendar that comes late concerns those that were closed without one.
CREATE INDEX watches_without_calendar ON watches (region)
    WHERE state = 'CLOSED' AND calendar_version IS NULL;
