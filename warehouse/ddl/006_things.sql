-- Numbers of things, troops and money beside those of people: no count type of the codebook, but a unit and what was
-- done. The closed lists of both are held by the check of promises, for a column that is added takes no CHECK.
ALTER TABLE core.quantities ALTER COLUMN count_type DROP NOT NULL;
ALTER TABLE core.quantities ADD COLUMN outcome VARCHAR;
ALTER TABLE core.quantities ADD COLUMN currency VARCHAR;
COMMENT ON COLUMN core.quantities.count_type IS 'What happened to the people that are counted, or which share it is; NULL for things, troops and money, of which unit and outcome tell.';
COMMENT ON COLUMN core.quantities.who        IS 'Who or what is counted, in the words of the article.';
COMMENT ON COLUMN core.quantities.unit       IS 'people, family, household, percent; house, building, settlement, troops, vehicle, tank, aircraft, drone, ship, weapon or money.';
COMMENT ON COLUMN core.quantities.outcome    IS 'What was done to things, troops or money: destroyed, damaged, captured, lost, deployed, withdrawn, supplied, pledged, requested, paid, frozen, fired or intercepted; NULL where a count type says it.';
COMMENT ON COLUMN core.quantities.currency   IS 'ISO 4217 code of a sum, whose bounds are in whole units of it; NULL when not told.';
