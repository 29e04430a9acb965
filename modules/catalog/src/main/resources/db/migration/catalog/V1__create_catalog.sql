CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA catalog;

CREATE TABLE catalog.category (
    path   text COLLATE "C" NOT NULL,
    parent text COLLATE "C",
    name   text NOT NULL,
    CONSTRAINT category_pk PRIMARY KEY (path),
    CONSTRAINT category_parent_fk FOREIGN KEY (parent) REFERENCES catalog.category (path),
    CONSTRAINT category_path_form CHECK (path ~ '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$'),
    CONSTRAINT category_under_parent CHECK (path = coalesce(parent || '/', '') || regexp_replace(path, '^.*/', ''))
);
COMMENT ON TABLE catalog.category IS 'The tree of categories, each by its whole slug path; never removed.';

CREATE TABLE catalog.product (
    id          uuid                     NOT NULL,
    slug        text COLLATE "C"         NOT NULL,
    name        text                     NOT NULL,
    description text                     NOT NULL,
    category    text COLLATE "C"         NOT NULL,
    options     jsonb                    NOT NULL,
    name_key    text COLLATE "C"         NOT NULL,
    search      tsvector                 NOT NULL,
    version     bigint                   NOT NULL,
    created_at  timestamp with time zone NOT NULL,
    updated_at  timestamp with time zone NOT NULL,
    archived_at timestamp with time zone,
    CONSTRAINT product_pk PRIMARY KEY (id),
    CONSTRAINT product_slug_key UNIQUE (slug),
    CONSTRAINT product_category_fk FOREIGN KEY (category) REFERENCES catalog.category (path),
    CONSTRAINT product_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT product_options_list CHECK (jsonb_typeof(options) = 'array')
);
CREATE INDEX product_category_idx ON catalog.product (category);
CREATE INDEX product_search_idx ON catalog.product USING gin (search) WITH (fastupdate = off) WHERE archived_at IS NULL;
COMMENT ON COLUMN catalog.product.options IS '[{"name": …, "values": […]}] in the order in which they are shown.';
COMMENT ON COLUMN catalog.product.name_key IS 'The name without case and accents: what the order by name follows.';

CREATE TABLE catalog.variant (
    sku           text COLLATE "C" NOT NULL,
    product_id    uuid             NOT NULL,
    position      integer          NOT NULL,
    options       jsonb            NOT NULL,
    weight_grams  integer          NOT NULL,
    archived_at   timestamp with time zone,
    CONSTRAINT variant_pk PRIMARY KEY (sku),
    CONSTRAINT variant_product_fk FOREIGN KEY (product_id) REFERENCES catalog.product (id),
    CONSTRAINT variant_sku_form CHECK (sku ~ '^[A-Za-z0-9._-]{1,64}$'),
    CONSTRAINT variant_options_list CHECK (jsonb_typeof(options) = 'array'),
    CONSTRAINT variant_weight_grams_range CHECK (weight_grams >= 0)
);
CREATE INDEX variant_product_idx ON catalog.variant (product_id);
COMMENT ON TABLE catalog.variant IS 'A SKU belongs to one product for ever; an archived one comes back only there.';
COMMENT ON COLUMN catalog.variant.options IS
    '[{"name": …, "value": …}], one per option that the product had when the variant was written last, in its order.';

CREATE TABLE catalog.price (
    sku      text COLLATE "C" NOT NULL,
    currency char(3)          NOT NULL,
    amount   bigint           NOT NULL,
    CONSTRAINT price_pk PRIMARY KEY (sku, currency),
    CONSTRAINT price_variant_fk FOREIGN KEY (sku) REFERENCES catalog.variant (sku),
    CONSTRAINT price_amount_range CHECK (amount BETWEEN 0 AND 1000000000000)
);

CREATE TABLE catalog.listing (
    currency   char(3)          NOT NULL,
    category   text COLLATE "C" NOT NULL,
    product_id uuid             NOT NULL,
    price      bigint           NOT NULL,
    name_key   text COLLATE "C" NOT NULL,
    CONSTRAINT listing_pk PRIMARY KEY (currency, category, product_id),
    CONSTRAINT listing_product_fk FOREIGN KEY (product_id) REFERENCES catalog.product (id)
);
CREATE INDEX listing_price_idx ON catalog.listing (currency, category, price, product_id);
CREATE INDEX listing_name_idx ON catalog.listing (currency, category, name_key, product_id);
CREATE INDEX listing_product_idx ON catalog.listing (product_id);
COMMENT ON TABLE catalog.listing IS
    'What lists show: each product on sale at its lowest price, once per currency and for each category that it is under, '
    'the whole shop being the empty category. So every filter and order is one range of one index.';

CREATE TABLE catalog.word (
    word text COLLATE "C" NOT NULL,
    CONSTRAINT word_pk PRIMARY KEY (word)
);
CREATE INDEX word_trigram_idx ON catalog.word USING gin (word catalog.gin_trgm_ops) WITH (fastupdate = off);
COMMENT ON TABLE catalog.word IS
    'Every word that a product has or had, without case and accents. Typing errors are compared with these, and those that '
    'no product on sale has are passed over.';

CREATE FUNCTION catalog.search_vector(name text, category text, attributes text, description text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('pg_catalog.simple', name) || to_tsvector('pg_catalog.english', name), 'A')
        || setweight(to_tsvector('pg_catalog.simple', category) || to_tsvector('pg_catalog.english', category), 'B')
        || setweight(to_tsvector('pg_catalog.simple', attributes) || to_tsvector('pg_catalog.english', attributes), 'C')
        || setweight(to_tsvector('pg_catalog.simple', description) || to_tsvector('pg_catalog.english', description), 'D');
COMMENT ON FUNCTION catalog.search_vector IS 'What a search looks at. The texts come without case and accents, words separated by spaces.';

CREATE FUNCTION catalog.is_sold(words tsquery) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    SET enable_seqscan = off
    BEGIN ATOMIC
        SELECT EXISTS (SELECT FROM catalog.product p WHERE p.archived_at IS NULL AND p.search @@ words);
    END;
COMMENT ON FUNCTION catalog.is_sold IS 'Whether a product on sale matches. The text index answers that, however rare the words are.';

CREATE FUNCTION catalog.similar_words(term text) RETURNS SETOF text
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
    SET pg_trgm.similarity_threshold = 0.19
    BEGIN ATOMIC
        SELECT w.word
          FROM catalog.word w
         WHERE w.word OPERATOR(catalog.%) term
           AND length(w.word) BETWEEN length(term) - 2 AND length(term) + 2
         ORDER BY catalog.similarity(w.word, term) DESC
         LIMIT 500;
    END;
COMMENT ON FUNCTION catalog.similar_words IS
    'The words that share enough trigrams to be meant: 0.19 is just below two swapped letters in a word of five.';

CREATE FUNCTION catalog.refresh_listing(products uuid[]) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
        DELETE FROM catalog.listing WHERE product_id = ANY (products);
        INSERT INTO catalog.listing (currency, category, product_id, price, name_key)
        SELECT offered.currency, above.category, p.id, offered.lowest, p.name_key
          FROM catalog.product p
          CROSS JOIN LATERAL (
               SELECT pr.currency, min(pr.amount) AS lowest
                 FROM catalog.variant v JOIN catalog.price pr ON pr.sku = v.sku
                WHERE v.product_id = p.id AND v.archived_at IS NULL
                GROUP BY pr.currency) offered
          CROSS JOIN LATERAL (
               SELECT array_to_string((string_to_array(p.category, '/'))[1:depth], '/') AS category
                 FROM generate_series(0, cardinality(string_to_array(p.category, '/'))) depth) above
         WHERE p.id = ANY (products) AND p.archived_at IS NULL;
    END;
COMMENT ON FUNCTION catalog.refresh_listing IS 'Brings the lists up to date with these products, their variants and prices.';
