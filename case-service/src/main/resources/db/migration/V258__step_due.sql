-- End of the step under way, written with every change of the case like the other due columns. It
-- is part of what is due next, which the worklists go by; cases that change no more have no step.
ALTER TABLE cases ADD COLUMN step_due timestamptz;
ALTER TABLE case_archive ADD COLUMN step_due timestamptz;
