-- By when those who handed items on look back at what became of them (回头看); null where nothing is due.
ALTER TABLE delegations ADD COLUMN follow_up_due date;
CREATE INDEX delegations_follow_up ON delegations (follow_up_due, id) WHERE follow_up_due IS NOT NULL;
