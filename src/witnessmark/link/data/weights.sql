-- Written by witnessmark.link.weights for the model 9f3ffd73171f0355
WITH blocked_with_cols AS (
SELECT unique_id_l,
    unique_id_r,
    dated_l,
    dated_r,
    first_l,
    first_r,
    large_l,
    large_r,
    last_l,
    last_r,
    lat_l,
    lat_r,
    lineage_l,
    lineage_r,
    placed_l,
    placed_r,
    point_l,
    point_r,
    published_l,
    published_r,
    struct_pack(f0 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s0, LAMBDA v : ARRAY_CONTAINS(s1, v)), LAMBDA x : x & 15)), 0),
        f1 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s2, LAMBDA v : ARRAY_CONTAINS(s3, v)), LAMBDA x : x & 15)), 0),
        f2 := SQRT(s4 * s5),
        f3 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s6, LAMBDA v : ARRAY_CONTAINS(s7, v)), LAMBDA x : x & 15)), 0),
        f4 := ABS(s8 - s9),
        f5 := GREATEST(s10 - s11, s12 - s13),
        f6 := LENGTH(LIST_FILTER(s14, LAMBDA v : ARRAY_CONTAINS(s15, v))),
        f7 := LENGTH(s16),
        f8 := LENGTH(s17),
        f9 := ASIN(SQRT(LEAST(1, POWER(SIN(RADIANS(s18 - s19) / 2), 2) + COS(RADIANS(s18)) * COS(RADIANS(s19)) * POWER(SIN(RADIANS(s20 - s21) / 2), 2)))),
        f10 := LENGTH(LIST_FILTER(s22, LAMBDA v : ARRAY_CONTAINS(s23, v))),
        f11 := LENGTH(LIST_FILTER(s24, LAMBDA v : ARRAY_CONTAINS(s25, v))),
        f12 := GREATEST(s26, s27),
        f13 := LENGTH(LIST_FILTER(s16, LAMBDA v : ARRAY_CONTAINS(s17, v))),
        f14 := LENGTH(s28),
        f15 := LENGTH(s29),
        f16 := LIST_MAX(LIST_FILTER(s28, LAMBDA v : ARRAY_CONTAINS(s29, v))),
        f17 := LENGTH(LIST_FILTER(s28, LAMBDA v : ARRAY_CONTAINS(s29, v))),
        f18 := LIST_MAX(s28),
        f19 := LIST_MAX(s29),
        f20 := LENGTH(s30),
        f21 := LENGTH(s31),
        f22 := LIST_MAX(LIST_FILTER(s30, LAMBDA v : ARRAY_CONTAINS(s31, v))),
        f23 := LENGTH(LIST_FILTER(s30, LAMBDA v : ARRAY_CONTAINS(s31, v))),
        f24 := LIST_MAX(s30),
        f25 := LIST_MAX(s31),
        f26 := LENGTH(s32),
        f27 := LENGTH(s33),
        f28 := LENGTH(LIST_FILTER(s32, LAMBDA v : ARRAY_CONTAINS(s33, v))),
        f29 := LENGTH(s34),
        f30 := LENGTH(s35),
        f31 := LENGTH(LIST_FILTER(s34, LAMBDA v : ARRAY_CONTAINS(s35, v))),
        f32 := LENGTH(s36),
        f33 := LENGTH(s37),
        f34 := LENGTH(LIST_FILTER(s36, LAMBDA v : ARRAY_CONTAINS(s37, v)))) AS match_key
FROM (
    SELECT met.l AS unique_id_l,
    met.r AS unique_id_r,
    l.dated AS dated_l,
    r.dated AS dated_r,
    l.first AS first_l,
    r.first AS first_r,
    l.large AS large_l,
    r.large AS large_r,
    l.last AS last_l,
    r.last AS last_r,
    l.lat AS lat_l,
    r.lat AS lat_r,
    l.lineage AS lineage_l,
    r.lineage AS lineage_r,
    l.placed AS placed_l,
    r.placed AS placed_r,
    l.point AS point_l,
    r.point AS point_r,
    l.published AS published_l,
    r.published AS published_r,
    l.words[1:15] AS s0,
    r.words[1:15] AS s1,
    l.words AS s2,
    r.words AS s3,
    l.words_weight AS s4,
    r.words_weight AS s5,
    l.pairs AS s6,
    r.pairs AS s7,
    l.published AS s8,
    r.published AS s9,
    l.first AS s10,
    r.last AS s11,
    r.first AS s12,
    l.last AS s13,
    l.nights AS s14,
    r.nights AS s15,
    l.divisions AS s16,
    r.divisions AS s17,
    l.lat AS s18,
    r.lat AS s19,
    l.lon AS s20,
    r.lon AS s21,
    l.cells AS s22,
    r.near AS s23,
    l.wide AS s24,
    r.wide AS s25,
    l.radius AS s26,
    r.radius AS s27,
    l.dead AS s28,
    r.dead AS s29,
    l.hurt AS s30,
    r.hurt AS s31,
    l.methods AS s32,
    r.methods AS s33,
    l.targets AS s34,
    r.targets AS s35,
    l.attackers AS s36,
    r.attackers AS s37
    FROM met JOIN sides AS l ON l.n = met.l JOIN sides AS r ON r.n = met.r
)
),
__splink__df_comparison_vectors AS (
SELECT
  "unique_id_l",
  "unique_id_r",
  CASE
    WHEN match_key['f0'] >= 90
    THEN 8
    WHEN match_key['f0'] >= 70
    THEN 7
    WHEN match_key['f0'] >= 55
    THEN 6
    WHEN match_key['f0'] >= 44
    THEN 5
    WHEN match_key['f0'] >= 33
    THEN 4
    WHEN match_key['f0'] >= 22
    THEN 3
    WHEN match_key['f0'] >= 11
    THEN 2
    WHEN match_key['f0'] >= 1
    THEN 1
    ELSE 0
  END AS gamma_prominent,
  CASE
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.7
    THEN 11
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.5
    THEN 10
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.4
    THEN 9
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.3
    THEN 8
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.25
    THEN 7
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.2
    THEN 6
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.16
    THEN 5
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.13
    THEN 4
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.1
    THEN 3
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.07
    THEN 2
    WHEN match_key['f1'] / (
      60 + match_key['f2']
    ) >= 0.04
    THEN 1
    ELSE 0
  END AS gamma_words,
  CASE
    WHEN match_key['f3'] >= 150
    THEN 9
    WHEN match_key['f3'] >= 90
    THEN 8
    WHEN match_key['f3'] >= 60
    THEN 7
    WHEN match_key['f3'] >= 45
    THEN 6
    WHEN match_key['f3'] >= 30
    THEN 5
    WHEN match_key['f3'] >= 20
    THEN 4
    WHEN match_key['f3'] >= 15
    THEN 3
    WHEN match_key['f3'] >= 10
    THEN 2
    WHEN match_key['f3'] >= 5
    THEN 1
    ELSE 0
  END AS gamma_pairs,
  CASE
    WHEN published_l IS NULL OR published_r IS NULL
    THEN 8
    WHEN match_key['f4'] <= 0
    THEN 7
    WHEN match_key['f4'] <= 1
    THEN 6
    WHEN match_key['f4'] <= 3
    THEN 5
    WHEN match_key['f4'] <= 7
    THEN 4
    WHEN match_key['f4'] <= 14
    THEN 3
    WHEN match_key['f4'] <= 45
    THEN 2
    WHEN match_key['f4'] <= 180
    THEN 1
    ELSE 0
  END AS gamma_published,
  CASE
    WHEN first_l IS NULL OR first_r IS NULL OR last_l IS NULL OR last_r IS NULL
    THEN 10
    WHEN dated_l AND dated_r AND match_key['f5'] <= 0
    THEN 9
    WHEN match_key['f6'] > 0
    THEN 8
    WHEN match_key['f5'] <= 0
    THEN 7
    WHEN dated_l AND dated_r AND match_key['f5'] = 1
    THEN 6
    WHEN match_key['f5'] = 1
    THEN 5
    WHEN dated_l AND dated_r AND match_key['f5'] <= 3
    THEN 4
    WHEN match_key['f5'] <= 3
    THEN 3
    WHEN match_key['f5'] <= 7
    THEN 2
    WHEN dated_l AND dated_r
    THEN 1
    ELSE 0
  END AS gamma_when,
  CASE
    WHEN (
      lat_l IS NULL OR lat_r IS NULL
    )
    AND (
      match_key['f7'] = 0 OR match_key['f8'] = 0
    )
    THEN 11
    WHEN (
      large_l OR large_r
    )
    AND (
      point_l AND point_r AND 12742 * match_key['f9'] <= 6 OR match_key['f10'] > 0
    )
    THEN 10
    WHEN point_l AND point_r AND placed_l AND placed_r AND 12742 * match_key['f9'] <= 6
    THEN 9
    WHEN point_l AND point_r AND 12742 * match_key['f9'] <= 6
    THEN 8
    WHEN match_key['f10'] > 0
    THEN 7
    WHEN match_key['f11'] > 0
    THEN 6
    WHEN point_l AND point_r AND 12742 * match_key['f9'] <= 25
    THEN 5
    WHEN NOT (
      point_l AND point_r
    )
    AND 12742 * match_key['f9'] <= match_key['f12'] + 25
    THEN 4
    WHEN match_key['f13'] > 0
    THEN 3
    WHEN 12742 * match_key['f9'] <= 150
    THEN 2
    WHEN point_l AND point_r AND placed_l AND placed_r
    THEN 1
    ELSE 0
  END AS gamma_where,
  CASE
    WHEN match_key['f14'] = 0 OR match_key['f15'] = 0
    THEN 4
    WHEN match_key['f16'] >= 3
    THEN 3
    WHEN match_key['f17'] > 0
    THEN 2
    WHEN match_key['f18'] > 3 * match_key['f19']
    OR match_key['f19'] > 3 * match_key['f18']
    THEN 1
    ELSE 0
  END AS gamma_dead,
  CASE
    WHEN match_key['f20'] = 0 OR match_key['f21'] = 0
    THEN 4
    WHEN match_key['f22'] >= 3
    THEN 3
    WHEN match_key['f23'] > 0
    THEN 2
    WHEN match_key['f24'] > 3 * match_key['f25']
    OR match_key['f25'] > 3 * match_key['f24']
    THEN 1
    ELSE 0
  END AS gamma_hurt,
  CASE
    WHEN match_key['f26'] = 0 OR match_key['f27'] = 0
    THEN 2
    WHEN match_key['f28'] > 0
    THEN 1
    ELSE 0
  END AS gamma_methods,
  CASE
    WHEN match_key['f29'] = 0 OR match_key['f30'] = 0
    THEN 2
    WHEN match_key['f31'] > 0
    THEN 1
    ELSE 0
  END AS gamma_targets,
  CASE
    WHEN match_key['f32'] = 0 OR match_key['f33'] = 0
    THEN 2
    WHEN match_key['f34'] > 0
    THEN 1
    ELSE 0
  END AS gamma_attackers,
  CASE WHEN lineage_l = lineage_r THEN 1 ELSE 0 END AS gamma_lineage,
  match_key
FROM blocked_with_cols
),
__splink__df_match_weight_parts AS (
SELECT
  "unique_id_l",
  "unique_id_r",
  gamma_prominent,
  CASE
    WHEN gamma_prominent = 8
    THEN CAST(2.0882989252504505 AS DOUBLE)
    WHEN gamma_prominent = 7
    THEN CAST(1.7427587155038358 AS DOUBLE)
    WHEN gamma_prominent = 6
    THEN CAST(1.4284775434866717 AS DOUBLE)
    WHEN gamma_prominent = 5
    THEN CAST(1.1698145804224798 AS DOUBLE)
    WHEN gamma_prominent = 4
    THEN CAST(0.7962140152882019 AS DOUBLE)
    WHEN gamma_prominent = 3
    THEN CAST(0.7104286618882134 AS DOUBLE)
    WHEN gamma_prominent = 2
    THEN CAST(0.08826463093978924 AS DOUBLE)
    WHEN gamma_prominent = 1
    THEN CAST(-0.8830903993972392 AS DOUBLE)
    WHEN gamma_prominent = 0
    THEN CAST(-0.2404691142626453 AS DOUBLE)
  END AS mw_prominent,
  gamma_words,
  CASE
    WHEN gamma_words = 11
    THEN CAST(2.5949470957130396 AS DOUBLE)
    WHEN gamma_words = 10
    THEN CAST(1.0931212776213737 AS DOUBLE)
    WHEN gamma_words = 9
    THEN CAST(2.6131777173787807 AS DOUBLE)
    WHEN gamma_words = 8
    THEN CAST(2.317649727133844 AS DOUBLE)
    WHEN gamma_words = 7
    THEN CAST(1.927124572248733 AS DOUBLE)
    WHEN gamma_words = 6
    THEN CAST(1.5538684689904232 AS DOUBLE)
    WHEN gamma_words = 5
    THEN CAST(0.934982331987144 AS DOUBLE)
    WHEN gamma_words = 4
    THEN CAST(0.5647287980598636 AS DOUBLE)
    WHEN gamma_words = 3
    THEN CAST(0.186212506991703 AS DOUBLE)
    WHEN gamma_words = 2
    THEN CAST(-0.2729657980037892 AS DOUBLE)
    WHEN gamma_words = 1
    THEN CAST(-0.7616234677723769 AS DOUBLE)
    WHEN gamma_words = 0
    THEN CAST(-0.8777966399166586 AS DOUBLE)
  END AS mw_words,
  gamma_pairs,
  CASE
    WHEN gamma_pairs = 9
    THEN CAST(-0.5679532906079894 AS DOUBLE)
    WHEN gamma_pairs = 8
    THEN CAST(-1.2379221550312178 AS DOUBLE)
    WHEN gamma_pairs = 7
    THEN CAST(-0.6555361750771297 AS DOUBLE)
    WHEN gamma_pairs = 6
    THEN CAST(-0.3245293025236956 AS DOUBLE)
    WHEN gamma_pairs = 5
    THEN CAST(0.4976897524139746 AS DOUBLE)
    WHEN gamma_pairs = 4
    THEN CAST(0.31419991125623886 AS DOUBLE)
    WHEN gamma_pairs = 3
    THEN CAST(1.1608068617954437 AS DOUBLE)
    WHEN gamma_pairs = 2
    THEN CAST(0.2574153001369139 AS DOUBLE)
    WHEN gamma_pairs = 1
    THEN CAST(0.9906074367047796 AS DOUBLE)
    WHEN gamma_pairs = 0
    THEN CAST(-0.31878138050275384 AS DOUBLE)
  END AS mw_pairs,
  gamma_published,
  CASE
    WHEN gamma_published = 8
    THEN CAST(0.396959741238197 AS DOUBLE)
    WHEN gamma_published = 7
    THEN CAST(2.0490729516971227 AS DOUBLE)
    WHEN gamma_published = 6
    THEN CAST(1.4511680302624503 AS DOUBLE)
    WHEN gamma_published = 5
    THEN CAST(0.9516919817143112 AS DOUBLE)
    WHEN gamma_published = 4
    THEN CAST(0.3369239622237007 AS DOUBLE)
    WHEN gamma_published = 3
    THEN CAST(0.2645239345295066 AS DOUBLE)
    WHEN gamma_published = 2
    THEN CAST(0.13521345805038743 AS DOUBLE)
    WHEN gamma_published = 1
    THEN CAST(-0.18865633613870073 AS DOUBLE)
    WHEN gamma_published = 0
    THEN CAST(-0.61730104658302 AS DOUBLE)
  END AS mw_published,
  gamma_when,
  CASE
    WHEN gamma_when = 10
    THEN CAST(0.5751363717121746 AS DOUBLE)
    WHEN gamma_when = 9
    THEN CAST(2.831990660406204 AS DOUBLE)
    WHEN gamma_when = 8
    THEN CAST(3.2483057556111454 AS DOUBLE)
    WHEN gamma_when = 7
    THEN CAST(2.2046729496689106 AS DOUBLE)
    WHEN gamma_when = 6
    THEN CAST(0.5269103455740655 AS DOUBLE)
    WHEN gamma_when = 5
    THEN CAST(0.6460212417230963 AS DOUBLE)
    WHEN gamma_when = 4
    THEN CAST(0.2987173265593826 AS DOUBLE)
    WHEN gamma_when = 3
    THEN CAST(-0.008998500150016717 AS DOUBLE)
    WHEN gamma_when = 2
    THEN CAST(0.2682642815826644 AS DOUBLE)
    WHEN gamma_when = 1
    THEN CAST(-0.7187128417810634 AS DOUBLE)
    WHEN gamma_when = 0
    THEN CAST(-0.5992755799538877 AS DOUBLE)
  END AS mw_when,
  gamma_where,
  CASE
    WHEN gamma_where = 11
    THEN CAST(0.5357666936532877 AS DOUBLE)
    WHEN gamma_where = 10
    THEN CAST(-3.0351363992315306 AS DOUBLE)
    WHEN gamma_where = 9
    THEN CAST(2.7387991156294884 AS DOUBLE)
    WHEN gamma_where = 8
    THEN CAST(2.6343912586683484 AS DOUBLE)
    WHEN gamma_where = 7
    THEN CAST(2.062389825615435 AS DOUBLE)
    WHEN gamma_where = 6
    THEN CAST(-0.10853009697340409 AS DOUBLE)
    WHEN gamma_where = 5
    THEN CAST(0.46390370978276807 AS DOUBLE)
    WHEN gamma_where = 4
    THEN CAST(-1.1792910524234501 AS DOUBLE)
    WHEN gamma_where = 3
    THEN CAST(-1.1792907971283668 AS DOUBLE)
    WHEN gamma_where = 2
    THEN CAST(-1.0214481283739525 AS DOUBLE)
    WHEN gamma_where = 1
    THEN CAST(-2.008855358380943 AS DOUBLE)
    WHEN gamma_where = 0
    THEN CAST(-1.0850217550024088 AS DOUBLE)
  END AS mw_where,
  gamma_dead,
  CASE
    WHEN gamma_dead = 4
    THEN CAST(-0.09371012032386963 AS DOUBLE)
    WHEN gamma_dead = 3
    THEN CAST(1.8997171789723357 AS DOUBLE)
    WHEN gamma_dead = 2
    THEN CAST(0.25238744956406306 AS DOUBLE)
    WHEN gamma_dead = 1
    THEN CAST(0.2855085824096479 AS DOUBLE)
    WHEN gamma_dead = 0
    THEN CAST(0.49238940380722435 AS DOUBLE)
  END AS mw_dead,
  gamma_hurt,
  CASE
    WHEN gamma_hurt = 4
    THEN CAST(0.009688848400745909 AS DOUBLE)
    WHEN gamma_hurt = 3
    THEN CAST(1.384746170000312 AS DOUBLE)
    WHEN gamma_hurt = 2
    THEN CAST(-0.4009081185293147 AS DOUBLE)
    WHEN gamma_hurt = 1
    THEN CAST(-0.34260945836453144 AS DOUBLE)
    WHEN gamma_hurt = 0
    THEN CAST(-0.8266139970449045 AS DOUBLE)
  END AS mw_hurt,
  gamma_methods,
  CASE
    WHEN gamma_methods = 2
    THEN CAST(0.08043416339536674 AS DOUBLE)
    WHEN gamma_methods = 1
    THEN CAST(-0.14266973205208533 AS DOUBLE)
    WHEN gamma_methods = 0
    THEN CAST(-0.497582927328057 AS DOUBLE)
  END AS mw_methods,
  gamma_targets,
  CASE
    WHEN gamma_targets = 2
    THEN CAST(-0.013466756132772366 AS DOUBLE)
    WHEN gamma_targets = 1
    THEN CAST(0.2871091508060971 AS DOUBLE)
    WHEN gamma_targets = 0
    THEN CAST(-0.22231793150059176 AS DOUBLE)
  END AS mw_targets,
  gamma_attackers,
  CASE
    WHEN gamma_attackers = 2
    THEN CAST(0.0008572529590754482 AS DOUBLE)
    WHEN gamma_attackers = 1
    THEN CAST(0.5540026068362559 AS DOUBLE)
    WHEN gamma_attackers = 0
    THEN CAST(-0.7932201177527926 AS DOUBLE)
  END AS mw_attackers,
  gamma_lineage,
  CASE
    WHEN gamma_lineage = 1
    THEN CAST(1.6223169368458865 AS DOUBLE)
    WHEN gamma_lineage = 0
    THEN CAST(-0.001684109229657194 AS DOUBLE)
  END AS mw_lineage,
  match_key
FROM __splink__df_comparison_vectors
)
SELECT unique_id_l AS a, unique_id_r AS b, CAST(-6.538939221356565 AS DOUBLE) + mw_prominent + mw_words + mw_pairs + mw_published + mw_when + mw_where + mw_dead + mw_hurt + mw_methods + mw_targets + mw_attackers + mw_lineage AS weight, "mw_prominent", "mw_words", "mw_pairs", "mw_published", "mw_when", "mw_where", "mw_dead", "mw_hurt", "mw_methods", "mw_targets", "mw_attackers", "mw_lineage" FROM __splink__df_match_weight_parts
