-- The regulation as revised in 2017 lets the authority have a report reviewed at its own cost, and
-- the ministry answered (2017-09-29) that reviewers need no qualification or profession: so none is
-- asked here. A region that has a rule of its own adds a row.
UPDATE service_types
   SET practitioners = 0, effective_from = DATE '2017-10-01',
       legal_basis = '建设项目环境保护管理条例（2017年修订）第九条'
 WHERE code = 'hjjspg' AND region = '100000000000';
