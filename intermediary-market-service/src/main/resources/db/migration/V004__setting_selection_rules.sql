-- Who set a rule of selection and when. Rules are only added: a later one of the same region and
-- kind of money governs from its first day on, so an earlier one ends the day before.
ALTER TABLE selection_rules ADD COLUMN set_by text NOT NULL DEFAULT 'platform';
ALTER TABLE selection_rules ADD COLUMN set_at timestamptz;
-- one rule a day, also when two operators set one at once
CREATE UNIQUE INDEX selection_rules_day ON selection_rules (region, fund, effective_from);

-- What an authority may have done for a case itself, at its own cost.
INSERT INTO service_types (code, region, effective_from, name, qualification, practitioners, legal_basis) VALUES
    ('hjjspg', '100000000000', DATE '2020-01-01', '环境影响评价文件技术评估', NULL, 1, '建设项目环境保护管理条例第九条');
