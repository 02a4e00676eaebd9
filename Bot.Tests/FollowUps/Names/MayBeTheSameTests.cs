using CoachBot.FollowUps.Names;

namespace CoachBot.Tests.FollowUps.Names;

public sealed class A_customer_who_could_well_be_another
{
    public static TheoryData<string, string> Pairs => new()
    {
        // The same first name with or without a second word; a company's word dropped.
        { "Anna", "Anna K." }, { "Anna", "Anna Klein" }, { "Anna, bakery", "Anna" }, { "Anna, school", "Anna" }, { "Anna from the bakery", "Anna" },
        { "Mr. Müller", "Hans Müller" }, { "the baker", "the baker from Hill Street" }, { "Anna and Bernd", "Bernd" }, { "Anna's husband", "Anna" }, { "Klein", "Anna Klein" },
        { "Anna at the bakery", "Anna from the bakery" }, { "María José", "María" }, { "Bäcker aus der Hauptstraße", "Bäcker Hauptstraße" }, { "Jan van den Berg", "Jan Berg" },
        { "Anna Klein, bakery", "Anna Klein, school" }, { "M. Dupont", "Martin Dupont" }, { "Smith Ltd", "Smith" }, { "customer 12", "12" }, { "王伟", "王" }, { "김", "김민수" },
        { "Sra. García", "Carmen García López" }, { "il fornaio", "fornaio Rossi" }, { "Don Miller", "Donald Miller" }, { "John Smith Jr", "John Smith Sr" }, { "Anna Maria, pharmacy", "Anna Maria from Rome" },

        // Initials.
        { "A. Klein", "Anna Klein" }, { "Anna K.", "Anna Klein" }, { "A.K.", "Anna Klein" }, { "AK", "Anna Klein" }, { "JP", "Jean-Pierre" }, { "J.P. Martin", "Jean-Pierre Martin" },
        { "A.", "Anna" }, { "M. K.", "Martin Koch" }, { "Anna K.", "A. Klein" }, { "Özlem", "Ö." },

        // Another order.
        { "Klein Anna", "Anna Klein" }, { "Klein, Anna", "Anna Klein" }, { "bakery Anna", "Anna, bakery" }, { "Nagy István", "István Nagy" }, { "García, José", "José García" },
        { "Иванов Пётр", "Пётр Иванов" }, { "K. Anna", "Anna Klein" }, { "Nguyễn Văn An", "An Van Nguyen" },

        // Run together or taken apart.
        { "Anne Marie", "Annemarie" }, { "O'Brien", "O Brien" }, { "Mac Donald", "MacDonald" }, { "De Luca", "Deluca" }, { "Karl Heinz", "Karlheinz" }, { "Anna Maria", "Annamarie" },

        // Beginnings, ends, pet names.
        { "Alex", "Alexander" }, { "Sam", "Samantha" }, { "Chris", "Christine" }, { "Ben", "Benedikt" }, { "Bella", "Isabella" }, { "Andy", "Andreas" }, { "Steffi", "Stefanie" },
        { "Gabi", "Gabriele" }, { "Susi", "Susanne" }, { "Annchen", "Anna" }, { "Juanito", "Juan" }, { "Pedrinho", "Pedro" }, { "Baker", "Bakery" }, { "Bäckerei", "Bäcker" }, { "Lenka", "Lena" },

        // Typos.
        { "Ana", "Anna" }, { "Anan", "Anna" }, { "Ann", "Anna" }, { "Tim", "Tom" }, { "Jhon", "John" }, { "Petre", "Peter" }, { "Peeter", "Peter" }, { "Thomsa", "Thomas" },
        { "Wiliams", "Williams" }, { "Schmidt", "Schmitt" }, { "Schneider", "Schnieder" }, { "Kovalenko", "Kowalenko" }, { "Gonzales", "González" }, { "Anna Schmid", "Anna Schmidt" },
        { "Ana Schmit", "Anna Schmidt" }, { "the baker from Hil Street", "the baker from Hill Street" }, { "Hoffmann", "Hofman" }, { "Hannah", "Anna" }, { "Дмитрий", "Дмитри" }, { "Annas", "Anna's" },

        // Umlauts and sounds.
        { "Müller", "Mueller" }, { "Jörg", "Joerg" }, { "Jürgen", "Juergen" }, { "Björn", "Bjoern" }, { "Kjær", "Kjar" }, { "Søren", "Soeren" }, { "Håkon", "Haakon" }, { "Maier", "Meyer" },
        { "Meier", "Mayer" }, { "Stephan", "Stefan" }, { "Philipp", "Filip" }, { "Goethe", "Göte" }, { "Jaeger", "Jäger" }, { "Схмидт", "Schmidt" },

        // Another alphabet.
        { "Анна", "Anna" }, { "Сергей", "Sergey" }, { "Юлия", "Julia" }, { "Дмитрий", "Dmitry" }, { "Μαρία", "Maria" }, { "Νίκος", "Nikos" }, { "Иван Петров", "Ivan Petrov" },

        // Short names.
        { "Bob", "Robert" }, { "Liz", "Elizabeth" }, { "Pepe", "José" }, { "Hansi", "Johannes" }, { "Sepp", "Josef" }, { "Manu", "Manuela" }, { "Manu", "Manuel" }, { "Bill", "William" },
        { "Peggy", "Margaret" }, { "Ted", "Edward" }, { "Jack", "John" }, { "Dick", "Richard" }, { "Uschi", "Ursula" }, { "Fritz", "Friedrich" }, { "Paco", "Francisco" }, { "Lupe", "Guadalupe" },
        { "Beppe", "Giuseppe" }, { "Sasha", "Alexander" }, { "Маша", "Мария" }, { "Kasia", "Katarzyna" }, { "Bob Miller", "Robert Miller" }, { "Liz, bakery", "Elizabeth" }, { "Mr. Bob", "Roberto" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Is_asked_about(string one, string two) => TheNames.AssertAre(NameMatch.MayBe, one, two);
}
