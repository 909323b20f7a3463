//! What programs write, in the ways in which they write it.

use super::{boxes, pages, texts};
use paragraf::input::MediaType;
use paragraf::page::BBox;

#[test]
fn alto_with_prefixes_units_and_nested_blocks() {
    let file = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE alto SYSTEM "alto.dtd">
<alto:alto xmlns:alto="http://www.loc.gov/standards/alto/ns-v2#"><alto:Description>
<alto:MeasurementUnit> mm10 </alto:MeasurementUnit>
<alto:OCRProcessing ID="o"><alto:ocrProcessingStep><alto:processingSoftware><alto:softwareName>Läsaren</alto:softwareName>
<alto:softwareVersion>11</alto:softwareVersion></alto:processingSoftware></alto:ocrProcessingStep></alto:OCRProcessing>
</alto:Description><alto:Layout><alto:Page ID="p" PHYSICAL_IMG_NR="1" WIDTH="2100" HEIGHT="2970"><alto:PrintSpace>
<alto:ComposedBlock ID="c1"><alto:ComposedBlock ID="c2"><alto:TextBlock ID="t"><alto:TextLine HPOS="254" VPOS="254">
<alto:String HPOS="254" VPOS="254" WIDTH="254" HEIGHT="50.8" CONTENT="R&#xE5;det &amp;c" WC="0,5"/>
<alto:SP/><alto:String HPOS="1270" VPOS="254" WIDTH="127" HEIGHT="50.8" CONTENT="års" SUBS_TYPE="HypPart1"
 SUBS_CONTENT="årsmöte" WC="0.25"/><alto:HYP CONTENT="&#xAD;" HPOS="1397" VPOS="254" WIDTH="12.7" HEIGHT="50.8"/>
</alto:TextLine><alto:TextLine><alto:String HPOS="254" VPOS="381" WIDTH="127" HEIGHT="50.8" CONTENT="möte"
 SUBS_TYPE="HypPart2" SUBS_CONTENT="årsmöte"><alto:ALTERNATIVE>mota</alto:ALTERNATIVE></alto:String>
<alto:String CONTENT="" HPOS="1" VPOS="1" WIDTH="1" HEIGHT="1"/></alto:TextLine></alto:TextBlock></alto:ComposedBlock>
<alto:GraphicalElement ID="g" HPOS="254" VPOS="508" WIDTH="1270" HEIGHT="2"/></alto:ComposedBlock></alto:PrintSpace>
</alto:Page></alto:Layout></alto:alto>"#;
    let (kind, pages) = pages(file.as_bytes());
    assert_eq!((kind, pages.len()), (MediaType::Alto, 1));
    let page = &pages[0];
    assert_eq!((page.width, page.height, page.dpi), (2480, 3508, 300));
    assert_eq!(texts(page), ["Rådet", "&c", "års-", "möte"]);
    let program = page.program.as_ref().unwrap();
    assert_eq!((&*program.name, &*program.version), ("Läsaren", "11"));
    // A string of two words has its place shared by their letters; a hyphen belongs to its word.
    assert_eq!(boxes(page)[0], BBox::new(300, 300, 487, 360));
    assert_eq!(boxes(page)[1], BBox::new(525, 300, 600, 360));
    assert_eq!(boxes(page)[2], BBox::new(1500, 300, 1665, 360));
    let confidences: Vec<f32> = page.words.iter().map(|word| word.confidence).collect();
    assert_eq!(confidences, [0.5, 0.5, 0.25, 0.9]);
    assert_eq!(page.words.iter().map(|word| word.line).collect::<Vec<_>>(), [0, 0, 0, 1]);
    assert_eq!(page.rulings, [BBox::new(300, 600, 1800, 602)]);
}

#[test]
fn alto_of_several_pages_and_of_lines_alone() {
    let page = |words: &str| {
        format!(
            "<Page ID='p' WIDTH='1000' HEIGHT='1400'><PrintSpace><TextBlock>{words}</TextBlock></PrintSpace></Page>"
        )
    };
    let whole_line = "<TextLine HPOS='100' VPOS='100' WIDTH='600' HEIGHT='30'>\
                      <String CONTENT='Anna'/><String CONTENT='Berg'/></TextLine>";
    let outline = "<TextLine><Shape><Polygon POINTS='100,100 300,90 300,130 100,140'/></Shape>\
                   <String CONTENT='Bo Ek'/></TextLine>";
    let file = format!("<alto><Layout>{}{}{}</Layout></alto>", page(whole_line), page(outline), page(""));
    let (_, pages) = pages(file.as_bytes());
    assert_eq!(pages.iter().map(|page| page.number).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(texts(&pages[0]), ["Anna", "Berg"]);
    assert_eq!(boxes(&pages[0]), [BBox::new(100, 100, 367, 130), BBox::new(433, 100, 700, 130)]);
    assert_eq!(boxes(&pages[1]), [BBox::new(100, 90, 180, 140), BBox::new(220, 90, 300, 140)]);
    assert!(pages[2].words.is_empty());
}

#[test]
fn page_xml_takes_the_best_reading_of_words_and_of_lines_without_words() {
    let file = r#"<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Metadata>
<Creator>Kroken 4.1</Creator></Metadata><Page imageFilename="a.tif" imageWidth="2000" imageHeight="3000">
<TextRegion id="r"><Coords points="0,0 2000,0 2000,3000 0,3000"/>
<TextLine id="l1"><Coords points="100,100 700,100 700,140 100,140"/>
<Word id="w"><Coords points="100,100 300,104 300,140 100,138"/>
<Glyph id="g"><Coords points="1,1 2,2"/><TextEquiv><Unicode>X</Unicode></TextEquiv></Glyph>
<TextEquiv index="1" conf="0.3"><Unicode>Socialnainnden</Unicode></TextEquiv>
<TextEquiv index="0" conf="0.8"><PlainText>no</PlainText><Unicode>Socialn&#228;mnden</Unicode></TextEquiv></Word>
<TextEquiv><Unicode>not this line</Unicode></TextEquiv></TextLine>
<TextLine id="l2"><Coords><Point x="100" y="200"/><Point x="290" y="240"/></Coords>
<TextEquiv><Unicode>Bo Ek, Å</Unicode></TextEquiv></TextLine><TextEquiv><Unicode>nor this region</Unicode></TextEquiv>
</TextRegion><SeparatorRegion id="s"><Coords points="100,300 900,300 900,303 100,303"/></SeparatorRegion>
<GraphicRegion id="i"><Coords points="100,400 300,400 300,500 100,500"/></GraphicRegion></Page></PcGts>"#;
    let (kind, pages) = pages(file.as_bytes());
    let page = &pages[0];
    assert_eq!((kind, page.width, page.height, page.dpi), (MediaType::PageXml, 2000, 3000, 0));
    assert_eq!(texts(page), ["Socialnämnden", "Bo", "Ek,", "Å"]);
    assert_eq!(boxes(page)[0], BBox::new(100, 100, 300, 140));
    assert_eq!((boxes(page)[1].x0, boxes(page)[3].x1), (100, 290));
    assert_eq!((page.words[0].confidence, page.words[1].confidence), (0.8, 0.9));
    assert_eq!((page.rulings.len(), page.ink.len()), (1, 1));
    assert_eq!(page.program.as_ref().unwrap().name, "Kroken");
}

#[test]
fn hocr_as_browsers_take_it() {
    let file = "<!DOCTYPE html>\n<HTML><head><meta name=ocr-system content='läsaren 3.2'><title>x</title></head><body>\n\
        <div class='ocr_page' id=page_1 title='image \"a;b.tif\"; bbox 0 0 2000 3000; ppageno 0; scan_res 200 200'>\n\
        <p class=ocr_par>\n<span class='ocr_line' title='bbox 100 100 900 130'>\
        <span class='ocrx_word' title='bbox 100 100 300 130; x_wconf 87'><strong>R&aring;det</strong></span>&nbsp;\
        <span class='ocrx_word' title='x_wconf 5;bbox 320 100 400 130'>&amp; <del>och</del></span></span>\
        <p class=ocr_par><span class='ocr_line' title='bbox 100 200 290 230'>Bo  Ek &lt;S&gt;</span>\n\
        <hr><span class='ocrx_word' title='bbox 100 300 200 330'>R&D</span>\n\
        <div class='ocr_separator' title='bbox 100 400 900 403'></div></div>\n\
        <div class='ocr_page' title='bbox 0 0 100 100'></div></body></html>";
    let (kind, pages) = pages(file.as_bytes());
    assert_eq!((kind, pages.len()), (MediaType::Hocr, 2));
    let page = &pages[0];
    assert_eq!((page.width, page.height, page.dpi), (2000, 3000, 200));
    assert_eq!(texts(page), ["Rådet", "&", "Bo", "Ek", "<S>", "R&D"]);
    assert_eq!(boxes(page)[1], BBox::new(320, 100, 400, 130));
    let confidences: Vec<f32> = page.words.iter().map(|word| word.confidence).collect();
    assert_eq!(confidences, [0.87, 0.05, 0.9, 0.9, 0.9, 0.9]);
    assert_eq!(page.rulings.len(), 1);
}

#[test]
fn letters_are_told_whatever_is_declared() {
    let file = |declared: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"{declared}\"?><alto><Layout><Page WIDTH=\"900\" HEIGHT=\"900\"><TextLine>\
             <String CONTENT=\"Årsmöte\" HPOS=\"1\" VPOS=\"1\" WIDTH=\"9\" HEIGHT=\"9\"/></TextLine></Page></Layout></alto>"
        )
    };
    let latin = |text: &str| text.chars().map(|c| c as u32 as u8).collect::<Vec<u8>>();
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(file("UTF-16").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [
        file("UTF-8").into_bytes(),
        file("ISO-8859-1").into_bytes(),
        latin(&file("ISO-8859-1")),
        latin(&file("UTF-8")),
        [b"\xef\xbb\xbf", file("utf-8").as_bytes()].concat(),
        wide,
    ] {
        assert_eq!(texts(&pages(&bytes).1[0]), ["Årsmöte"]);
    }
}

#[test]
fn other_xml_and_web_pages_are_none() {
    for other in ["<mets:mets xmlns:mets='x'/>", "<html><body>Protokoll</body></html>", "alto", "<!-- <alto> --><x/>"] {
        assert_eq!(MediaType::detect(other.as_bytes()).unwrap(), MediaType::Text, "{other}");
    }
    let commented = format!("<?xml version='1.0'?><!-- {} --><alto/>", "x".repeat(5000));
    assert_eq!(MediaType::detect(commented.as_bytes()).unwrap(), MediaType::Alto);
}
