-- Codes carry their weight in the last four bits (`link.telling`). A town lies on a grid of 0.05 degrees, some
-- 5 km. The larger grids are those of coarser places. Numbers of `chance` name what is drawn.
create macro chance(a, b) as (hash(a, b, seed_()) >> 11) / 9007199254740992.0;
create macro pick(a, b, n) as cast(floor(chance(a, b) * n) as bigint);
create macro code(kind, a, b, weight) as ((hash(kind, a, b) >> 6) & ~15::ubigint)::bigint + weight;
create macro key(kind, a, b) as (hash(kind, a, b) >> 2 << 1)::bigint;

create table towns as
select t, 30 + pick(t, 1, 400) * 0.05::double as lat, 30 + pick(t, 2, 600) * 0.05::double as lon, t < towns_() // 100 as large,
    cast(floor(settings_() * pow(chance(t, 9), 2)) as bigint) as s
from range(towns_()) as r(t);

create table events as
select e, cast(floor(towns_() * pow(chance(e, 3), 2.5)) as bigint) as t,
    738000 + case when chance(e, 4) < 0.1 then pick(e, 5, greatest(1, days_() // 30)) * 30
        else pick(e, 6, days_()) end as day,
    1 + cast(floor(40 * pow(chance(e, 7), 4)) as bigint) as dead, pick(e, 8, 60) as hurt, pick(e, 9, 8) as method
from range(events_()) as r(e);

create table told as
select r, case when r < events_() then r else cast(floor(events_() * pow(chance(r, 10), 2)) as bigint) end as e,
    case when chance(r, 11) < 0.2 then r // 2 * 2 else r end as doc
from range(reports_()) as r(r);

create table truth as select printf('r%x', hash(r)) as unique_id, e as event from told;

-- Words of the event, of its town, of its setting (leaders, parties, agencies) and of the language at large.
create table words as
with drawn as (
    select r, e, unnest(range(14)) as j, 0 as kind from told
    union all select r, t, unnest(range(6)), 1 from told join events using (e)
    union all select r, s, unnest(range(10)), 3 from told join events using (e) join towns using (t)
    union all select r, 0, unnest(range(45)), 2 from told
), kept as (
    select r, kind, case kind when 0 then code('event', e, j, 10 + j % 6)
        when 1 then code('town', e, j, 8 + j % 5)
        when 3 then code('setting', e, cast(floor(1000 * pow(chance(r * 64 + j, 18), 2)) as bigint),
            4 + cast(floor(11 * chance(r * 64 + j, 18)) as bigint))
        else code('word', 0, cast(floor(20000 * pow(chance(r * 64 + j, 12), 2.5)) as bigint),
            2 + cast(floor(10 * chance(r * 64 + j, 12)) as bigint)) end as code
    from drawn where kind >= 2 or chance(r * 64 + j, 13 + kind) < case kind when 0 then 0.45 else 0.65 end
)
select r, list(code order by code & 15 desc, code)[1:60] as words from (select distinct r, code from kept)
group by r;

-- Words told together, of the same four.
create table links as
with drawn as (
    select r, e, unnest(range(10)) as j, 0 as kind from told
    union all select r, t, unnest(range(3)), 1 from told join events using (e)
    union all select r, s, unnest(range(8)), 3 from told join events using (e) join towns using (t)
    union all select r, 0, unnest(range(22)), 2 from told
), kept as (
    select r, case kind when 0 then code('event pair', e, j, 8 + j % 8)
        when 1 then code('town pair', e, j, 6 + j % 4)
        when 3 then code('setting pair', e, cast(floor(8000 * pow(chance(r * 32 + j, 19), 2)) as bigint),
            2 + cast(floor(12 * chance(r * 32 + j, 19)) as bigint))
        else code('pair', 0, cast(floor(40000000 * pow(chance(r * 32 + j, 16), 2)) as bigint),
            2 + cast(floor(10 * chance(r * 32 + j, 16)) as bigint)) end as code
    from drawn where kind >= 2 or chance(r * 32 + j, 17 + kind) < case kind when 0 then 0.35 else 0.5 end
)
select r, list(code order by code & 15 desc, code)[1:60] as links from (select distinct r, code from kept)
group by r;

create table facts_ as
select r, told.e, told.doc, words, links, list_filter(links, lambda x: x % 3 = 0) as pairs,
    case when chance(r, 40) >= untimed_() then day + pick(r, 20, 3) end as published,
    case when chance(r, 40) >= untimed_() and chance(r, 21) < 0.8 then day + case when chance(r, 22) < 0.15 then pick(r, 23, 3) - 1 else 0 end end
        as first,
    chance(r, 24) < 0.75 as exact, chance(r, 25) < 0.85 as placed, chance(r, 26) < 0.8 as point, lat, lon, large,
    cast(floor(lat * 20) as bigint) as y, cast(floor(lon * 20) as bigint) as x,
    case when chance(r, 27) < 0.65 then [dead + case when chance(r, 28) < 0.3 then pick(r, 29, 4) else 0 end]
        else [] end as dead,
    case when chance(r, 30) < 0.4 then [hurt + case when chance(r, 31) < 0.3 then pick(r, 32, 9) else 0 end]
        else [] end as hurt,
    case when chance(r, 33) < 0.6 then ['m' || method] else [] end as methods,
    case when chance(r, 34) < 0.4 then ['t' || pick(e, 35, 12)] else [] end as targets,
    case when chance(r, 36) < 0.15 then ['a' || pick(e, 37, 5)] else [] end as attackers,
    case when chance(r, 38) < 0.25 then 'line ' || e else 'alone ' || told.doc end as lineage
from told join events using (e) join towns using (t) join words using (r) join links using (r);

create table cells_ as
select r, case when point then
        list_concat(list_transform(range(9), lambda i: 'f' || (y + i // 3 - 1) || ' ' || (x + i % 3 - 1)),
            ['g' || (y // 3) || ' ' || (x // 3), 'h' || (y // 8) || ' ' || (x // 8)]) else [] end
    || ['i' || (y // 20) || ' ' || (x // 20), 'j' || (y // 40) || ' ' || (x // 40)] as cells
from facts_;

-- What keys are made of (`link.keys`): stretches of time, and any two of the heaviest words.
create table times_ as
with halves as (
    select r, list_distinct(list_filter([published, first], lambda x: x is not null)) as days,
        list_sort(words[1:words_()]) as top
    from facts_
)
select r, list_distinct(flatten(list_transform(days, lambda x: [x * 2 // near_(), x * 2 // near_() + 1]))) as near,
    list_distinct(flatten(list_transform(days, lambda x: [x * 2 // far_days_(), x * 2 // far_days_() + 1]))) as far,
    flatten(list_transform(range(len(top)),
        lambda i: list_transform(range(i), lambda j: hash(top[i + 1], top[j + 1]) >> 1))) as twos
from halves;

create table given as
select printf('r%x', hash(r)) as unique_id, 'd' || doc as doc,
    list_distinct(list_concat(
        list_transform(list_filter(links, lambda x: x & 15 >= far_()), lambda x: key('u', x, 0) | 1),
        flatten(list_transform(near, lambda t: list_transform(list_filter(links, lambda x: x & 15 >= near_link_()), lambda x: key('n', x, t)))),
        flatten(list_transform(near, lambda t: list_transform(twos, lambda x: key('n', x, t)))),
        flatten(list_transform(far, lambda t:
            list_transform(list_filter(links, lambda x: x & 15 >= far_()), lambda x: key('f', x, t)))),
        case when first is null or not placed then []
            else list_transform(cells, lambda c: key('d', c, first))
                || list_transform(cells, lambda c: key('d', c, first + 1)) end)) as keys,
    published is null and first is null as undated,
    words, cast(list_sum(list_transform(words, lambda w: w & 15)) as double) as words_weight, pairs, published,
    first, first as last, exact as dated, case when exact and first is not null then [first] else [] end as nights,
    case when placed and point then [y * 1000 + x] else [] end as cells,
    case when placed and point then list_transform(range(9), lambda i: (y + i // 3 - 1) * 1000 + x + i % 3 - 1)
        else [] end as near,
    case when placed then list_transform(range(9), lambda i: (y // 8 + i // 3 - 1) * 1000 + x // 8 + i % 3 - 1)
        else [] end as wide,
    case when placed then lat end as lat, case when placed then lon end as lon,
    case when placed then case when point then 5::double else 80::double end end as radius, placed and point as point, placed,
    placed and point and large as large,
    case when placed then ['XX ' || (y // 40) || ' ' || (x // 40)] else [] end as divisions,
    case when placed then 'XX' end as country, dead, hurt, methods, targets, attackers, lineage
from facts_ join cells_ using (r) join times_ using (r);

drop table facts_; drop table times_; drop table cells_; drop table words; drop table links; drop table told; drop table events;
drop table towns
