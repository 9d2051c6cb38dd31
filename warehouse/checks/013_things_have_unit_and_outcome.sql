-- error: a number without a count type lacks a known unit or what was done
SELECT extraction_id, quantity_id, unit, outcome
FROM core.quantities
WHERE
    count_type IS NULL
    AND (
        coalesce(unit, '') NOT IN (
            'house', 'building', 'settlement', 'troops', 'vehicle', 'tank', 'aircraft', 'drone', 'ship', 'weapon', 'money'
        )
        OR coalesce(outcome, '') NOT IN (
            'destroyed', 'damaged', 'captured', 'lost', 'deployed', 'withdrawn', 'supplied', 'pledged', 'requested',
            'paid', 'frozen', 'fired', 'intercepted'
        )
    );
