namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

internal sealed partial class NumberWords
{
    private static NumberWords English()
    {
        const string units = "one two three four five six seven eight nine";
        const string nth = "first second third fourth fifth sixth seventh eighth ninth";
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        var words = new NumberWords(decimalComma: false)
            .CardinalsFrom(0, $"zero {units} ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
            .OrdinalsFrom(1, $"{nth} tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
            .OrdinalsFrom(-1, "last|final").OrdinalsFrom(-2, "second_to_last|next_to_last|second_last|penultimate")
            .Multiply(100, "hundred").Multiply(1_000, "thousand").Multiply(1_000_000, "million")
            .Small(articles: "", connectors: "and", minus: "minus negative");
        for (var ten = 0; ten < tens.Length; ten++)
        {
            words.Cardinal(tens[ten], 20 + (10 * ten));
            words.CardinalsFrom(21 + (10 * ten), After(tens[ten] + "_", units));
            words.OrdinalsFrom(20 + (10 * ten), tens[ten][..^1] + "ieth");
            words.OrdinalsFrom(21 + (10 * ten), After(tens[ten] + "_", nth));
        }

        return words;
    }

    private static NumberWords German()
    {
        const string endings = "e|er|es|en|em";
        string[] units =
        [
            "", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn",
            "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
        ];
        string[] tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
        var words = new NumberWords(decimalComma: true).CardinalsFrom(0, "null eins zwei|zwo")
            .OrdinalsFrom(1, "erst zweit dritt viert fünft sechst siebt|siebent acht neunt zehnt elft zwölft", endings)
            .OrdinalsFrom(13, "dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt", endings)
            .OrdinalsFrom(-1, "letzt", endings).OrdinalsFrom(-2, "vorletzt", endings)
            .Multiply(100, "hundert").Multiply(1_000, "tausend").Multiply(1_000_000, "million millionen");
        var small = Enumerable.Range(0, 100)
            .Select(n => n < 20 ? units[n] : n % 10 == 0 ? tens[(n / 10) - 2] : $"{units[n % 10]}und{tens[(n / 10) - 2]}").ToArray();
        for (var n = 2; n < 100; n++)
        {
            words.Cardinal(small[n], n).Cardinal(small[n] + "tausend", n * 1_000);
            if (n >= 20)
                words.OrdinalsFrom(n, small[n] + "st", endings);
        }

        // Hundreds are written in one word with what follows.
        for (var hundred = 1; hundred < 10; hundred++)
        {
            for (var n = 0; n < 100; n++)
            {
                var rest = n == 1 ? "eins" : small[n];
                words.Cardinal($"{units[hundred]}hundert{rest}", (100 * hundred) + n);
                if (hundred == 1 && n > 0)
                    words.Cardinal($"hundert{rest}", 100 + n);
            }
        }

        return words.Cardinal("eintausend", 1_000).Small(articles: "ein eine einen einer einem eines", connectors: "und", minus: "minus");
    }

    private static NumberWords French()
    {
        const string teens = "dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf";
        const string units = "deux trois quatre cinq six sept huit neuf";
        var words = new NumberWords(decimalComma: true)
            .CardinalsFrom(0, $"zéro un {units} {teens}")
            .OrdinalsFrom(1, "premier|première deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième dixième")
            .OrdinalsFrom(11, "onzième douzième treizième quatorzième quinzième seizième dix_septième dix_huitième dix_neuvième vingtième")
            .OrdinalsFrom(-1, "dernier|dernière").OrdinalsFrom(-2, "avant_dernier|avant_dernière")
            .Multiply(100, "cent cents").Multiply(1_000, "mille").Multiply(1_000_000, "million millions");
        var ten = 20;
        foreach (var name in "vingt trente quarante cinquante soixante septante quatre_vingt|huitante|octante nonante".Split(' '))
        {
            foreach (var spelling in name.Split('|'))
            {
                words.CardinalsFrom(ten, $"{spelling} {spelling}_et_un|{spelling}_un {After(spelling + "_", units)}");
            }

            ten += 10;
        }

        return words.CardinalsFrom(70, After("soixante_", teens)).CardinalsFrom(71, "soixante_et_onze")
            .CardinalsFrom(80, "quatre_vingts").CardinalsFrom(90, After("quatre_vingt_", teens))
            .Small(articles: "un une", connectors: "", minus: "moins");
    }

    private static NumberWords Spanish()
    {
        const string units = "uno|un|una dos tres cuatro cinco seis siete ocho nueve";
        var words = new NumberWords(decimalComma: true)
            .CardinalsFrom(0, $"cero {units} diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve")
            .CardinalsFrom(20, "veinte veintiuno|veintiún|veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve")
            .OrdinalsFrom(1, "primer segund tercer cuart quint sext séptim octav noven décim undécim duodécim", "o|a")
            .OrdinalsFrom(13, "decimotercer decimocuart decimoquint decimosext decimoséptim decimoctav decimonoven vigésim", "o|a")
            .OrdinalsFrom(1, "primer").OrdinalsFrom(3, "tercer").OrdinalsFrom(-1, "últim", "o|a").OrdinalsFrom(-2, "penúltim", "o|a")
            .Cardinal("cien", 100).Cardinal("ciento", 100)
            .Multiply(1_000, "mil").Multiply(1_000_000, "millón millones");
        string[] tens = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
        for (var ten = 0; ten < tens.Length; ten++)
        {
            words.Cardinal(tens[ten], 30 + (10 * ten)).CardinalsFrom(31 + (10 * ten), After(tens[ten] + "_y_", units));
        }

        var hundred = 200;
        foreach (var name in "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient".Split(' '))
        {
            words.Cardinal(name + "os", hundred).Cardinal(name + "as", hundred);
            hundred += 100;
        }

        return words.Small(articles: "un una", connectors: "y", minus: "menos");
    }

    private static NumberWords Dutch() => new NumberWords(decimalComma: true)
        .CardinalsFrom(0, "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien")
        .CardinalsFrom(18, "achttien negentien twintig")
        .OrdinalsFrom(1, "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende").OrdinalsFrom(-1, "laatste")
        .Multiply(100, "honderd").Multiply(1_000, "duizend").Multiply(1_000_000, "miljoen")
        .Small(articles: "een", connectors: "", minus: "min");

    private static NumberWords Italian() => new NumberWords(decimalComma: true)
        .CardinalsFrom(0, "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici")
        .CardinalsFrom(17, "diciassette diciotto diciannove venti")
        .OrdinalsFrom(1, "prim second terz quart quint sest settim ottav non decim", "o|a").OrdinalsFrom(-1, "ultim", "o|a")
        .Multiply(100, "cento").Multiply(1_000, "mille mila").Multiply(1_000_000, "milione milioni")
        .Small(articles: "un una", connectors: "e", minus: "meno");

    private static NumberWords Portuguese() => new NumberWords(decimalComma: true)
        .CardinalsFrom(0, "zero um dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze")
        .CardinalsFrom(16, "dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove vinte")
        .OrdinalsFrom(1, "primeir segund terceir quart quint sext sétim oitav non décim", "o|a").OrdinalsFrom(-1, "últim", "o|a")
        .Cardinal("cem", 100).Multiply(100, "cento").Multiply(1_000, "mil").Multiply(1_000_000, "milhão milhões")
        .Small(articles: "um uma", connectors: "e", minus: "menos");

    private static string After(string prefix, string words)
        => string.Join(' ', words.Split(' ').Select(word => string.Join('|', word.Split('|').Select(spelling => prefix + spelling))));
}
