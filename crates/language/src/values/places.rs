//! Countries and states that are known by name: a caller who says one surely names it.
//!
//! Lex knows more of them; one that is not in these lists is still taken when it is asked for.

use crate::Language;
use crate::text::Token;

/// Countries in English, in plain form.
///
/// Source: member states of the United Nations, 2024, and what else callers name as their country.
#[rustfmt::skip]
const COUNTRIES: &[&str] = &[
    "afghanistan", "albania", "algeria", "andorra", "angola", "antigua and barbuda", "argentina",
    "armenia", "australia", "austria", "azerbaijan", "bahamas", "bahrain", "bangladesh", "barbados",
    "belarus", "belgium", "belize", "benin", "bhutan", "bolivia", "bosnia and herzegovina",
    "botswana", "brazil", "brunei", "bulgaria", "burkina faso", "burundi", "cambodia", "cameroon",
    "canada", "cape verde", "central african republic", "chad", "chile", "china", "colombia",
    "comoros", "congo", "costa rica", "croatia", "cuba", "cyprus", "czech republic", "czechia",
    "denmark", "djibouti", "dominica", "dominican republic", "east timor", "ecuador", "egypt",
    "el salvador", "england", "equatorial guinea", "eritrea", "estonia", "eswatini", "ethiopia",
    "fiji", "finland", "france", "gabon", "gambia", "georgia", "germany", "ghana", "great britain",
    "greece", "grenada", "guatemala", "guinea", "guinea bissau", "guyana", "haiti", "honduras",
    "hungary", "iceland", "india", "indonesia", "iran", "iraq", "ireland", "israel", "italy",
    "ivory coast", "jamaica", "japan", "jordan", "kazakhstan", "kenya", "kiribati", "kuwait",
    "kyrgyzstan", "laos", "latvia", "lebanon", "lesotho", "liberia", "libya", "liechtenstein",
    "lithuania", "luxembourg", "madagascar", "malawi", "malaysia", "maldives", "mali", "malta",
    "marshall islands", "mauritania", "mauritius", "mexico", "micronesia", "moldova", "monaco",
    "mongolia", "montenegro", "morocco", "mozambique", "myanmar", "namibia", "nauru", "nepal",
    "netherlands", "new zealand", "nicaragua", "niger", "nigeria", "north korea", "north macedonia",
    "northern ireland", "norway", "oman", "pakistan", "palau", "palestine", "panama",
    "papua new guinea", "paraguay", "peru", "philippines", "poland", "portugal", "puerto rico",
    "qatar", "romania", "russia", "rwanda", "saint lucia", "samoa", "san marino", "saudi arabia",
    "scotland", "senegal", "serbia", "seychelles", "sierra leone", "singapore", "slovakia",
    "slovenia", "solomon islands", "somalia", "south africa", "south korea", "south sudan", "spain",
    "sri lanka", "sudan", "suriname", "sweden", "switzerland", "syria", "taiwan", "tajikistan",
    "tanzania", "thailand", "togo", "tonga", "trinidad and tobago", "tunisia", "turkey",
    "turkmenistan", "tuvalu", "uganda", "ukraine", "united arab emirates", "united kingdom",
    "united states", "united states of america", "uruguay", "uzbekistan", "vanuatu", "vatican city",
    "venezuela", "vietnam", "wales", "yemen", "zambia", "zimbabwe",
];

/// The same in Spanish.
#[rustfmt::skip]
const PAISES: &[&str] = &[
    "afganistan", "albania", "alemania", "andorra", "angola", "arabia saudi", "arabia saudita",
    "argelia", "argentina", "armenia", "australia", "austria", "azerbaiyan", "bahamas", "banglades",
    "barbados", "barein", "belgica", "belice", "benin", "bielorrusia", "birmania", "bolivia",
    "bosnia", "botsuana", "brasil", "brunei", "bulgaria", "burkina faso", "burundi", "butan",
    "cabo verde", "camboya", "camerun", "canada", "catar", "chad", "chequia", "chile", "china",
    "chipre", "colombia", "comoras", "congo", "corea del norte", "corea del sur", "costa de marfil",
    "costa rica", "croacia", "cuba", "dinamarca", "dominica", "ecuador", "egipto", "el salvador",
    "emiratos arabes unidos", "escocia", "eslovaquia", "eslovenia", "españa", "estados unidos",
    "estonia", "etiopia", "filipinas", "finlandia", "fiyi", "francia", "gabon", "gales", "gambia",
    "georgia", "ghana", "gran bretaña", "granada", "grecia", "guatemala", "guinea",
    "guinea ecuatorial", "guyana", "haiti", "holanda", "honduras", "hungria", "india", "indonesia",
    "inglaterra", "irak", "iran", "irlanda", "islandia", "israel", "italia", "jamaica", "japon",
    "jordania", "kazajistan", "kenia", "kuwait", "laos", "lesoto", "letonia", "libano", "liberia",
    "libia", "lituania", "luxemburgo", "madagascar", "malasia", "malaui", "maldivas", "mali",
    "malta", "marruecos", "mauricio", "mauritania", "mexico", "moldavia", "monaco", "mongolia",
    "montenegro", "mozambique", "namibia", "nepal", "nicaragua", "niger", "nigeria", "noruega",
    "nueva zelanda", "oman", "paises bajos", "pakistan", "panama", "paraguay", "peru", "polonia",
    "portugal", "puerto rico", "reino unido", "republica checa", "republica dominicana", "ruanda",
    "rumania", "rusia", "samoa", "san marino", "senegal", "serbia", "sierra leona", "singapur",
    "siria", "somalia", "sri lanka", "sudafrica", "sudan", "suecia", "suiza", "surinam",
    "tailandia", "taiwan", "tanzania", "togo", "trinidad y tobago", "tunez", "turquia", "ucrania",
    "uganda", "uruguay", "uzbekistan", "venezuela", "vietnam", "yemen", "zambia", "zimbabue",
];

/// States of the United States and Australia, provinces of Canada.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "alabama", "alaska", "alberta", "arizona", "arkansas", "british columbia", "california",
    "colorado", "connecticut", "delaware", "district of columbia", "florida", "georgia", "hawaii",
    "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "manitoba",
    "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana",
    "nebraska", "nevada", "new brunswick", "new hampshire", "new jersey", "new mexico",
    "new south wales", "new york", "newfoundland and labrador", "north carolina", "north dakota",
    "northern territory", "nova scotia", "ohio", "oklahoma", "ontario", "oregon", "pennsylvania",
    "prince edward island", "quebec", "queensland", "rhode island", "saskatchewan",
    "south australia", "south carolina", "south dakota", "tasmania", "tennessee", "texas", "utah",
    "vermont", "victoria", "virginia", "washington", "west virginia", "western australia",
    "wisconsin", "wyoming",
];

/// States of Mexico, autonomous communities of Spain, and states with a Spanish name.
#[rustfmt::skip]
const ESTADOS: &[&str] = &[
    "aguascalientes", "andalucia", "aragon", "asturias", "baja california", "baja california sur",
    "california", "campeche", "canarias", "cantabria", "castilla la mancha", "castilla y leon",
    "cataluña", "chiapas", "chihuahua", "coahuila", "colima", "comunidad de madrid", "durango",
    "estado de mexico", "extremadura", "florida", "galicia", "guanajuato", "guerrero", "hidalgo",
    "islas baleares", "jalisco", "la rioja", "michoacan", "morelos", "murcia", "navarra", "nayarit",
    "nueva york", "nuevo leon", "nuevo mexico", "oaxaca", "pais vasco", "puebla", "queretaro",
    "quintana roo", "san luis potosi", "sinaloa", "sonora", "tabasco", "tamaulipas", "texas",
    "tlaxcala", "veracruz", "yucatan", "zacatecas",
];

/// Most words of a place.
const MAX_WORDS: usize = 5;

/// A kind of place that is known by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    Countries,
    States,
}

/// The words of known places, the longest where several begin at one word.
pub(super) fn known(
    tokens: &[Token],
    language: Language,
    known: Known,
) -> Vec<std::ops::Range<usize>> {
    let list = match (known, language) {
        (Known::Countries, Language::English) => COUNTRIES,
        (Known::Countries, Language::Spanish) => PAISES,
        (Known::States, Language::English) => STATES,
        (Known::States, Language::Spanish) => ESTADOS,
        (_, Language::Other) => return Vec::new(),
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|it| !it.is_empty()) {
        let longest = (1..=rest.len().min(MAX_WORDS)).rev().find(|&words| {
            let said: Vec<&str> = rest.iter().take(words).map(|it| it.text.as_str()).collect();
            list.binary_search(&said.join(" ").as_str()).is_ok()
        });
        if let Some(words) = longest {
            found.push(at..at.saturating_add(words));
        }
        at = at.saturating_add(longest.unwrap_or(1));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn lists_are_in_order_and_in_plain_form() {
        for (list, language) in [
            (COUNTRIES, Language::English),
            (STATES, Language::English),
            (PAISES, Language::Spanish),
            (ESTADOS, Language::Spanish),
        ] {
            assert!(list.is_sorted());
            for name in list {
                let plain = tokens(name, language);
                let words: Vec<&str> = plain.iter().map(|it| it.text.as_str()).collect();
                assert_eq!(words.join(" "), **name);
                assert!(words.len() <= MAX_WORDS, "{name}");
            }
        }
    }
}
