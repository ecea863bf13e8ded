-- Places can be filtered by: file those of the documents that were stored before (columns.py lists the paths).
INSERT OR IGNORE INTO member
    SELECT 'annotation.places.text', json_extract(place.value, '$.text'), document.id
    FROM document, json_each(CASE WHEN json_valid(document.body) THEN document.body ELSE '{}' END, '$.annotation.places') AS place
    WHERE place.type = 'object' AND json_extract(place.value, '$.text') IS NOT NULL;
INSERT OR IGNORE INTO member
    SELECT 'annotation.places.country', json_extract(place.value, '$.country'), document.id
    FROM document, json_each(CASE WHEN json_valid(document.body) THEN document.body ELSE '{}' END, '$.annotation.places') AS place
    WHERE place.type = 'object' AND json_extract(place.value, '$.country') IS NOT NULL;
