-- 10,000 products with two variants and two prices each, the same every time. Run it on an empty catalogue, then ANALYZE.
CREATE TEMPORARY TABLE made ON COMMIT DROP AS
SELECT n,
       ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id,
       (ARRAY['amber','ancient','azure','bold','brisk','bronze','calm','coastal','copper','crimson','dapper','deep',
              'dusky','early','eastern','faded','festive','gentle','gilded','golden','handmade','hazel','humble','ivory',
              'jolly','linen','lively','marble','mellow','misty','modern','noble','northern','pastel','plain','polished',
              'quiet','rustic','silver','woven'])[1 + n % 40] AS adjective,
       (ARRAY['apron','armchair','backpack','bangle','basin','basket','beaker','bench','blanket','bottle','bracelet',
              'bucket','cabinet','candle','carafe','carpet','clock','cushion','decanter','drawer','easel','fountain',
              'goblet','hammock','helmet','jacket','kettle','ladder','lantern','locker','mattress','mirror','napkin',
              'necklace','ornament','paddle','pitcher','planter','poncho','puzzle','quilt','racket','saddle','sandal',
              'saucepan','scarf','skillet','slipper','sofa','spatula','stool','sweater','table','tankard','teapot',
              'toaster','towel','trunk','vase','wallet'])[1 + (n / 40) % 60] AS noun,
       (SELECT string_agg(substr('bdfgklmnprstvz', 1 + (n / 14 ^ k)::int % 14, 1)
                          || substr('aeiou', 1 + (n / 5 ^ k)::int % 5, 1), '' ORDER BY k)
          FROM generate_series(0, 2) k) AS model,
       (ARRAY['kitchen','home','garden','office','outdoor','toys','bath','clothing'])[1 + n % 8] AS category,
       'range-' || chr(97 + n / 8 % 5) AS subcategory,
       500 + (n * 7919) % 50000 AS price
  FROM generate_series(1, 10000) n;

INSERT INTO catalog.category (path, parent, name)
SELECT DISTINCT category, NULL, initcap(category) FROM made
 UNION ALL
SELECT DISTINCT category || '/' || subcategory, category, initcap(subcategory) FROM made;

INSERT INTO catalog.product (
       id, slug, name, description, category, options, name_key, search, version, created_at, updated_at)
SELECT id, adjective || '-' || noun || '-' || model || '-' || n, initcap(adjective || ' ' || noun || ' ' || model),
       'A ' || adjective || ' ' || noun || ' for every day. Made to last, and to be repaired.',
       category || '/' || subcategory, '[{"name": "Size", "values": ["Small", "Large"]}]',
       adjective || ' ' || noun || ' ' || model,
       catalog.search_vector(adjective || ' ' || noun || ' ' || model, category || ' ' || subcategory,
                             'size small large', 'a ' || adjective || ' ' || noun || ' for every day made to last'),
       1, timestamptz '2026-01-01 00:00Z' + n * interval '1 minute', timestamptz '2026-01-01 00:00Z' + n * interval '1 minute'
  FROM made;

INSERT INTO catalog.variant (sku, product_id, position, options, weight_grams)
SELECT 'MANY-' || n || '-S', id, 0, '[{"name": "Size", "value": "Small"}]'::jsonb, 200 FROM made
 UNION ALL
SELECT 'MANY-' || n || '-L', id, 1, '[{"name": "Size", "value": "Large"}]', 400 FROM made;

INSERT INTO catalog.price (sku, currency, amount)
SELECT 'MANY-' || n || '-' || size, currency, price * CASE size WHEN 'L' THEN 2 ELSE 1 END
  FROM made, unnest(ARRAY['S', 'L']) size, unnest(ARRAY['EUR', 'USD']) currency;

SELECT catalog.refresh_listing(array_agg(id)) FROM made;

INSERT INTO catalog.word (word)
SELECT DISTINCT said.word COLLATE "C" FROM catalog.product p, unnest(tsvector_to_array(p.search)) AS said (word)
ON CONFLICT DO NOTHING;
