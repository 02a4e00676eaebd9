using System.Text;
using Microsoft.Bot.Builder;

namespace CoachBot.Tests.BotFramework.Builder;

public sealed class AShortenedText
{
    [Theory]
    [InlineData("hello", 5, "hello")]
    [InlineData("hello", 2, "he...")]
    [InlineData("hello", 0, "...")]
    public void Says_where_something_is_left_out(string text, int length, string expected)
    {
        Assert.Equal(expected, StringUtils.Ellipsis(text, length));
        Assert.Equal(expected, StringUtils.Ellipsis(new StringBuilder(text), length).ToString());
    }

    [Fact]
    public void Differs_from_another_one_by_the_hash_of_the_whole()
    {
        var (one, other) = (StringUtils.EllipsisHash("hello", 2), StringUtils.EllipsisHash("help", 2));

        Assert.Equal("he..." + StringUtils.Hash("hello"), one);
        Assert.Equal(one, StringUtils.EllipsisHash(new StringBuilder("hello"), 2).ToString());
        Assert.NotEqual(one, other);
        Assert.Equal("hello", StringUtils.EllipsisHash("hello", 5));
    }
}
