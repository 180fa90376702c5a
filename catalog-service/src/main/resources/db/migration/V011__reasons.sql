-- A planned cancellation keeps its reason while the item is suspended, and the other way round.
ALTER TABLE items ADD COLUMN suspension_reason text;
ALTER TABLE items ADD COLUMN cancellation_reason text;

UPDATE items SET suspension_reason = status_reason WHERE status = 'SUSPENDED';
UPDATE items SET cancellation_reason = status_reason
 WHERE cancelled_from IS NOT NULL AND status <> 'SUSPENDED';

-- Where one had overwritten the other, the history still has both.
UPDATE items i SET
    suspension_reason = coalesce(
        (SELECT h.data ->> 'statusReason' FROM history h
          WHERE h.aggregate_type = 'item' AND h.aggregate_id = i.code
            AND h.type = 'catalog.item-suspended' ORDER BY h.sequence DESC LIMIT 1),
        i.status_reason),
    cancellation_reason = coalesce(
        (SELECT h.data ->> 'statusReason' FROM history h
          WHERE h.aggregate_type = 'item' AND h.aggregate_id = i.code
            AND h.type = 'catalog.item-cancelled' ORDER BY h.sequence DESC LIMIT 1),
        i.status_reason)
 WHERE i.status = 'SUSPENDED' AND i.cancelled_from IS NOT NULL;
