-- Days come one after another, so a part of a month lies together. By an index of the day alone the
-- planner sees that; by those that begin with a place it expects every row somewhere else and reads the
-- whole table instead.
CREATE INDEX indicators_day ON indicators (day);
