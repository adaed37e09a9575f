from hypothesis import given
from hypothesis import strategies as st

from witnessmark.model.document import ZoneKind
from witnessmark.read import zones

LEAD = (
    "Two shells hit the market in the town of Velmora on Tuesday morning, killing at least four people "
    "and wounding eleven others, the civil protection service said."
)
MORE = (
    "Rescue workers searched the rubble until nightfall. The service said that three of the dead were "
    "children and that the nearest clinic had been closed since the previous week."
)
ARTICLE = (
    f"Shells hit market in Velmora\nFour dead, rescue service says, as truce talks stall\n\n{LEAD}\n{MORE}"
)


def kinds(text, title=None):
    return [(z.zone, text[z.start : z.end]) for z in zones(text, title)]


def of(text, kind, title=None):
    return [part for zone, part in kinds(text, title) if zone is kind]


def test_headline_standfirst_and_paragraphs():
    assert kinds(ARTICLE) == [
        (ZoneKind.TITLE, "Shells hit market in Velmora"),
        (ZoneKind.SUBTITLE, "Four dead, rescue service says, as truce talks stall"),
        (ZoneKind.BODY, f"{LEAD}\n{MORE}"),
    ]


def test_a_text_of_one_paragraph_is_body():
    assert kinds(LEAD) == [(ZoneKind.BODY, LEAD)]


def test_newsletter_with_slogan_between_its_lines_is_one_zone():
    promo = "Subscribe to The Harbour Post\nNews you can hold in your hand.\nIn your inbox every morning."
    text = f"{ARTICLE}\n{promo}\n{MORE}"
    assert of(text, ZoneKind.NEWSLETTER_SIGNUP) == [promo]
    assert of(text, ZoneKind.BODY)[-1] == MORE


def test_reporting_that_mentions_a_newsletter_stays_body():
    said = "The hospital said in its newsletter on Monday that twelve patients had died."
    assert of(f"{ARTICLE}\n\n{said}", ZoneKind.NEWSLETTER_SIGNUP) == []


def test_signed_teasers_after_the_report_are_related_articles():
    teasers = "\n".join(
        f"-\nHeadline number {n} about something else\nA standfirst to it\nBy Ana Dorn" for n in range(3)
    )
    text = f"{ARTICLE}\n{teasers}"
    assert of(text, ZoneKind.RELATED_ARTICLES) == [teasers]


def test_a_log_of_attacks_between_dashes_is_body():
    entries = "\n".join(
        f"-\n{n} March: shelling of Velmora, {n} killed\nBy mortar, from the east" for n in range(3, 7)
    )
    text = f"{ARTICLE}\n{entries}"
    assert of(text, ZoneKind.RELATED_ARTICLES) == []


def test_a_header_takes_the_headlines_under_it_and_no_paragraph():
    text = f"{ARTICLE}\n\nRelated articles\n\nTen hurt in Oster\n\nBridge reopens at Pell\n\n{LEAD}"
    assert of(text, ZoneKind.RELATED_ARTICLES) == [
        "Related articles\n\nTen hurt in Oster\n\nBridge reopens at Pell"
    ]
    assert of(text, ZoneKind.BODY)[-1] == LEAD


def test_a_read_more_line_inside_the_report():
    line = "Read more: Ten dead in Oster"
    text = f"{ARTICLE}\n\n{line}\n\n{MORE}"
    assert of(text, ZoneKind.RELATED_ARTICLES) == [line]
    assert of(text, ZoneKind.BODY)[-1] == MORE


def test_credit_at_the_end_of_a_paragraph_is_cut_out():
    text = f"{LEAD} (Source: Velmora Council\u2019s Press Office)"
    assert kinds(text) == [
        (ZoneKind.BODY, LEAD),
        (ZoneKind.SOURCE_CREDIT, "(Source: Velmora Council\u2019s Press Office)"),
    ]


def test_a_parenthesis_about_a_source_is_no_credit():
    text = f"{LEAD[:-1]} (source close to the council)."
    assert of(text, ZoneKind.SOURCE_CREDIT) == []


def test_reporting_credit_of_a_wire():
    text = f"{LEAD} (Reporting by Ana Dorn in Pell; Editing by Jo Marsh)"
    assert of(text, ZoneKind.SOURCE_CREDIT) == ["(Reporting by Ana Dorn in Pell; Editing by Jo Marsh)"]


def test_trail_repeating_the_title_is_breadcrumb():
    trail = "Home News Region Shells hit market in Velmora"
    text = f"{ARTICLE}\n\n{trail}"
    assert of(text, ZoneKind.BREADCRUMB) == [trail]


def test_trail_with_joints_and_trail_line_by_line():
    assert of(f"Home > News > Region\n{ARTICLE}", ZoneKind.BREADCRUMB) == ["Home > News > Region"]
    assert of(f"Home\n\nNews\n\nRegion\n\n{ARTICLE}", ZoneKind.BREADCRUMB) == ["Home\n\nNews\n\nRegion"]


def test_a_headline_that_begins_with_home_is_no_trail():
    assert of(f"Home shelled in Velmora | Harbour Post\n\n{LEAD}", ZoneKind.BREADCRUMB) == []


def test_short_quotes_between_newsletter_lines_stay_body():
    quote = '"You could see your own street burning," a shopkeeper said.'
    sign = "Sign up for our newsletter"
    assert quote in of(f"{ARTICLE}\n{sign}\n{quote}\n{sign}\n{MORE}", ZoneKind.BODY)


def test_news_and_a_subscription_line_in_one_block_are_kept():
    text = "Two people were killed in Velmora on Tuesday. Get alerts delivered to your inbox."
    assert of(f"{ARTICLE}\n\n{text}", ZoneKind.NEWSLETTER_SIGNUP) == []


def test_a_sentence_about_home_is_body():
    said = "Home to nearly two million people, the province has seen no aid since March."
    assert of(f"{ARTICLE}\n\n{said}", ZoneKind.BREADCRUMB) == []


def test_date_line_above_the_title():
    text = f"Saturday, 5 May 2018 09:20\n\n{ARTICLE}"
    assert kinds(text)[:2] == [
        (ZoneKind.DATELINE_METADATA, "Saturday, 5 May 2018 09:20"),
        (ZoneKind.TITLE, "Shells hit market in Velmora"),
    ]


def test_dates_heading_a_chronology_are_body():
    text = f"12 March 2015\n{LEAD}\n13 March 2015\n{MORE}"
    assert of(text, ZoneKind.DATELINE_METADATA) == []


def test_times_heading_a_live_log_are_body():
    text = "Live updates\n\n10:15\nShells fall on Velmora, residents say.\n11:40\nFive dead in Oster."
    assert of(text, ZoneKind.DATELINE_METADATA) == []


def test_date_author_and_time_above_the_report():
    text = f"Shells hit market in Velmora\n\n5 May 2018\n\nAna Dorn\n\n09:20\n\n{LEAD}"
    assert of(text, ZoneKind.DATELINE_METADATA) == ["5 May 2018", "09:20"]


def test_glued_crawler_date_ends_where_the_sentence_begins():
    text = f" date 2019-03-02 {LEAD}"
    assert kinds(text) == [(ZoneKind.CRAWLER_METADATA, " date 2019-03-02 "), (ZoneKind.BODY, LEAD)]


def test_a_label_of_several_words_and_a_date_whose_comma_is_lost():
    assert of(f"Last updated at Mar 142018 - {LEAD}", ZoneKind.CRAWLER_METADATA) == [
        "Last updated at Mar 142018 - "
    ]


def test_weekday_and_date_glued_to_a_headline():
    assert of(f"Fri 02 Mar 2018 at 0914 {LEAD}", ZoneKind.CRAWLER_METADATA) == ["Fri 02 Mar 2018 at 0914 "]


def test_a_date_before_a_lost_line_break():
    assert of(f"2 March 2018    Shells hit Velmora. {LEAD}", ZoneKind.CRAWLER_METADATA) == [
        "2 March 2018    "
    ]
    log = "2 March 2018    Velmora    5 killed\n3 March 2018    Oster    2 killed"
    assert of(log, ZoneKind.CRAWLER_METADATA) == []


def test_a_number_after_the_date_is_no_time():
    assert of(f"Sat 5 May 2018 300 families fled Velmora. {LEAD}", ZoneKind.CRAWLER_METADATA) == [
        "Sat 5 May 2018 "
    ]


def test_a_sentence_that_begins_with_a_date_is_body():
    for text in (f"On 5 May 2019, shells hit Velmora. {MORE}", f"5 May 2019 was the worst day. {MORE}"):
        assert kinds(text) == [(ZoneKind.BODY, text)]


def test_caption_by_its_words_and_by_its_credit():
    taken = "This picture taken on June 7, 2019 shows a street in Velmora after shelling.  / AFP / ANA DORN"
    text = f"{ARTICLE.partition(LEAD)[0].strip()}\n\n{taken}\n\n{LEAD}\n{MORE}"
    assert of(text, ZoneKind.PHOTO_CAPTION) == [taken]
    credited = "A street in Velmora after the shelling. (Source: Harbour TV)"
    assert of(f"{credited}\n\n{LEAD}", ZoneKind.PHOTO_CAPTION) == [credited]


def test_site_furniture_is_widget():
    for line in (
        "Powered by Harbour Words",
        "Advertisement",
        "Share this article",
        "We use cookies to help.",
    ):
        assert of(f"{ARTICLE}\n\n{line}\n\n{MORE}", ZoneKind.WIDGET) == [line]


def test_hard_wrapped_wire_text_has_no_headline():
    lines = ["PELL, 3 JAN 90 -- [TEXT] THE COUNCIL OF VELMORA HAS REPORTED THAT ABOUT"]
    lines += ["FIFTY PEOPLE WERE TAKEN FROM THE MARKET ON THE THIRTIETH OF DECEMBER BY"]
    lines += ["ARMED MEN WHO CAME FROM THE HILLS ABOVE THE TOWN AND LEFT BEFORE DAWN"]
    lines += ["WITHOUT SAYING WHERE THEY WOULD BE HELD."]
    text = "\n".join(lines)
    assert kinds(text) == [(ZoneKind.BODY, text)]


def test_known_title_is_found_although_it_ends_like_a_sentence():
    text = f"Shells hit Velmora.\n\n{LEAD}"
    assert of(text, ZoneKind.TITLE, title="Shells hit Velmora.") == ["Shells hit Velmora."]


PIECES = st.sampled_from(
    [
        *(
            LEAD,
            MORE,
            "\n",
            "\n\n",
            " ",
            "Related articles",
            "-",
            "By Ana Dorn",
            "Subscribe to The Harbour Post",
            "Home",
        ),
        *(
            "Sign up for our newsletter",
            "12 March 2015",
            " date 2019-03-02 ",
            "(Source: X)",
            "Advertisement",
            "Ten hurt",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES).map("\n".join)
)


@given(TEXTS)
def test_zones_are_ordered_disjoint_and_cover_all_that_is_not_space(text):
    end = 0
    for z in zones(text):
        assert end <= z.start < z.end <= len(text)
        assert not text[end : z.start].strip()
        end = z.end
    assert not text[end:].strip()


@given(TEXTS)
def test_an_appended_newsletter_changes_no_earlier_zone(text):
    text += f"\n{LEAD}\n"
    before = [z for z in zones(text) if z.claims_allowed]
    after = zones(f"{text}\nSign up for our free newsletter\nGet the news in your inbox every morning.")
    assert {(z.start, z.end) for z in before} <= {(z.start, z.end) for z in after if z.claims_allowed}


def test_a_known_title_and_a_date_line_that_run_into_the_story():
    title = "Shells hit market in Velmora"
    text = f"   {title}     XNA  Tuesday 5 May 2020 {LEAD}"
    assert kinds(text, title) == [
        (ZoneKind.TITLE, title),
        (ZoneKind.DATELINE_METADATA, "XNA  Tuesday 5 May 2020"),
        (ZoneKind.BODY, LEAD),
    ]


def test_a_known_title_that_runs_into_the_story():
    title = "Shells hit market in Velmora"
    assert kinds(f"{title} {LEAD}", title) == [(ZoneKind.TITLE, title), (ZoneKind.BODY, LEAD)]


def test_a_date_that_a_sentence_goes_on_with_is_no_date_line():
    title = "Shells hit market in Velmora"
    story = f"On 5 May 2020 shells fell again. {LEAD}"
    assert kinds(f"{title} {story}", title) == [(ZoneKind.TITLE, title), (ZoneKind.BODY, story)]


def test_a_line_that_only_names_who_took_the_picture_is_a_credit_and_no_caption():
    credit, caption = "Photo: Ana Dorn / Harbour Wire", "Photo: A burnt school in Oster after the raid"
    for line in (credit, "Photo by Ana Dorn for the Harbour Wire", "Image credit: Oster Civil Defence"):
        assert of(f"{ARTICLE}\n\n{line}", ZoneKind.SOURCE_CREDIT) == [line]
        assert of(f"{ARTICLE}\n\n{line}", ZoneKind.PHOTO_CAPTION) == []
    assert of(f"{ARTICLE}\n\n{caption}", ZoneKind.PHOTO_CAPTION) == [caption]
